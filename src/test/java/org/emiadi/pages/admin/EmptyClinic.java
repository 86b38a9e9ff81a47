package org.emiadi.pages.admin;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.emiadi.platform.TestDatabase;

/// A server on a database in which nobody has entered anything yet.
public final class EmptyClinic implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", TestDatabase.urlOfAnEmptyClinic());
    }
}
