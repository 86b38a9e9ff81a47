package org.emiadi.identity;

import java.time.Instant;
import java.util.Optional;
import org.emiadi.platform.Tx;

final class ResetCodeSql {
    private ResetCodeSql() {}

    static void put(Tx tx, int user, String hash, Instant expires) {
        tx.update("""
                        insert into reset_codes (user_id, code_hash, expires_at, tries_left)
                        values (:user, :hash, :expires, :tries)
                        on conflict (user_id) do update
                           set code_hash = :hash, expires_at = :expires, tries_left = :tries
                        """)
                .bind("user", user)
                .bind("hash", hash)
                .bind("expires", expires)
                .bind("tries", ResetCodes.TRIES)
                .execute();
    }

    /// Uses up one of the tries and gives the hash to compare with; empty where there is no good code.
    static Optional<String> takeTry(Tx tx, int user, Instant now) {
        return tx.query("""
                        update reset_codes set tries_left = tries_left - 1
                         where user_id = :user and tries_left > 0 and expires_at > :now
                        returning code_hash
                        """)
                .bind("user", user)
                .bind("now", now)
                .mapTo(String.class)
                .findOne();
    }

    static void remove(Tx tx, int user) {
        tx.update("delete from reset_codes where user_id = :user")
                .bind("user", user)
                .execute();
    }
}
