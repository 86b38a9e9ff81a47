package org.emiadi.platform;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Takes back the databases of a test when it is through, and those that its class keeps when that is: to make another
/// takes longer than most tests. A class that two engines run is two of them.
public final class DatabasesOfTests implements TestExecutionListener {
    /// For each class and test that runs, those that were there before.
    private final Deque<Set<String>> before = new ArrayDeque<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        before.push(TestDatabase.taken());
        test.getSource().ifPresent(DatabasesOfTests::initialize);
    }

    // What a class keeps in a static field belongs to the class, and would else be made in its first test. Those of the
    // framework's own loader are not ours to begin.
    private static void initialize(TestSource source) {
        if (source instanceof ClassSource of
                && TestDatabase.class.getClassLoader().equals(of.getJavaClass().getClassLoader())) {
            try {
                Class.forName(of.getClassName(), true, TestDatabase.class.getClassLoader());
            } catch (ClassNotFoundException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        var others = before.pop();
        TestDatabase.taken().stream().filter(name -> !others.contains(name)).forEach(DatabasesOfTests::giveBack);
    }

    private static void giveBack(String name) {
        try {
            TestDatabase.giveBack(name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
