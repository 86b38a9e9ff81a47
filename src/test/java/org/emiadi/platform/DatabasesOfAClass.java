package org.emiadi.platform;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Drops the databases of a class of tests when it is through: hundreds of them keep PostgreSQL and the disk busy. A
/// class that two engines run is two of them.
public final class DatabasesOfAClass implements TestExecutionListener {
    private @Nullable TestPlan plan;
    /// Those that were there before the class, as where an engine looks at all classes first.
    private Set<String> others = Set.of();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isClass(test)) {
            others = TestDatabase.names();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (isClass(test)) {
            TestDatabase.names().stream().filter(name -> !others.contains(name)).forEach(DatabasesOfAClass::drop);
        }
    }

    private static void drop(String name) {
        try {
            TestDatabase.drop(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    // Right below an engine, as a class within a class is not.
    private boolean isClass(TestIdentifier test) {
        return plan != null
                && plan.getParent(test).filter(plan.getRoots()::contains).isPresent();
    }
}
