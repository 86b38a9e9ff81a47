package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreparedWhenAskedTest {
    @Inject
    Kettle kettle;

    @Inject
    Kettle another;

    @Test
    void it_is_prepared_once_in_order_and_not_before_it_is_asked() {
        kettle.prepare("mint");
        kettle.prepare("tea");
        assertThat(Kettle.done).isEmpty();

        assertThat(kettle.pour()).isEqualTo("tea");
        assertThat(kettle.pour()).isEqualTo("tea");

        assertThat(Kettle.done).containsExactly("mint", "tea");
    }

    @Test
    void what_went_wrong_is_told_whenever_it_is_asked() {
        another.prepare("");

        assertThatThrownBy(another::pour).hasMessage("nothing to boil");
        assertThatThrownBy(another::pour).hasMessage("nothing to boil");
    }

    /// Something that takes its time.
    @Dependent
    @PreparedWhenAsked
    static class Kettle {
        static final List<String> done = new ArrayList<>();
        private String content = "";

        void prepare(String leaves) {
            if (leaves.isEmpty()) {
                throw new IllegalStateException("nothing to boil");
            }
            content = leaves;
            done.add(leaves);
        }

        String pour() {
            return content;
        }
    }
}
