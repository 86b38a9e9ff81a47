package org.emiadi.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The providers of the clinic. Everybody may know them; how to reach them is for staff.
public final class Providers {
    private static final String SUBJECT = "provider";
    private static final int MOST_SPECIALIZATIONS = 200;

    private final AuditLog audit;

    public Providers(AuditLog audit) {
        this.audit = audit;
    }

    /// Which providers to list; what is empty does not narrow the list.
    public record Wanted(Optional<PersonSearch> search, Optional<String> cadre, Optional<String> specialization) {}

    /// What is known of a provider: the person and the practice.
    public record Profile(PersonDetails details, Provider.Practice practice) {}

    public Registration<Provider> register(Tx tx, Actor actor, Profile profile) {
        var person = PersonSql.add(tx, "provider", profile.details());
        if (person.isEmpty()) {
            String member = PersonSql.takenMember(tx, profile.details());
            audit.record(tx, actor, AuditEvent.refused("provider.registered").detail(member + " is taken"));
            return new Registration.Taken<>(member);
        }
        Provider provider = ProviderSql.add(tx, person.get(), profile);
        audit.record(tx, actor, AuditEvent.done("provider.registered").on(SUBJECT, provider.personId()));
        return new Registration.Registered<>(provider);
    }

    public Optional<Provider> find(Tx tx, ProviderId id) {
        return ProviderSql.find(tx, id);
    }

    /// How these providers are called, [Slice#MOST] of them at most.
    public Map<ProviderId, String> names(Tx tx, Collection<ProviderId> ids) {
        return ProviderSql.names(tx, ids, Slice.MOST);
    }

    /// The providers with these ids, as far as there are such, [Slice#MOST] of them at most.
    public Map<ProviderId, Provider> findAll(Tx tx, Collection<ProviderId> ids) {
        return ProviderSql.findAll(tx, ids, Slice.MOST).stream()
                .collect(Collectors.toMap(Provider::id, provider -> provider));
    }

    /// What the providers are specialized in, each once, by name.
    public List<String> specializations(Tx tx) {
        return ProviderSql.specializations(tx, MOST_SPECIALIZATIONS);
    }

    /// The providers who are wanted, by id.
    public Page<Provider> list(Tx tx, Wanted wanted, Slice slice) {
        return ProviderSql.list(tx, wanted, slice);
    }

    /// Changes what is known of a provider.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public Change<Provider> change(
            Tx tx, Actor actor, ProviderId id, OptionalInt expected, UnaryOperator<Profile> change) {
        Change<Provider> outcome = ProviderSql.lock(tx, id)
                .<Change<Provider>>map(before -> change(tx, before, expected, change))
                .orElseGet(Change.Absent::new);
        var event = outcome instanceof Change.Changed<Provider>
                ? AuditEvent.done("provider.changed")
                : AuditEvent.refused("provider.changed");
        audit.record(tx, actor, event.on(SUBJECT, id.value()));
        return outcome;
    }

    private static Change<Provider> change(
            Tx tx, Provider before, OptionalInt expected, UnaryOperator<Profile> change) {
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            return new Change.Stale<>();
        }
        Profile after = change.apply(new Profile(before.details(), before.practice()));
        var taken = PersonSql.change(tx, before.personId(), after.details());
        if (taken.isPresent()) {
            return new Change.Taken<>(taken.get());
        }
        ProviderSql.change(tx, before.id(), after.practice());
        return new Change.Changed<>(new Provider(before.id(), after.practice(), after.details(), before.version() + 1));
    }
}
