package org.wasl.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A browser that went away is no fault of ours; a store that did is, though both say "broken pipe". */
class ProblemAdviceTest {
    private static final IOException PIPE = new IOException("Broken pipe");

    @Test
    void aBrowserThatWentAwayIsNoBug() {
        assertThat(ProblemAdvice.nobodyThere(new ClientAbortException(PIPE))).isTrue();
    }

    @Test
    void aStoreThatWentAwayIsToldAsOne() {
        Exception lost = new MongoSocketReadException("read", new ServerAddress(), PIPE);
        assertThat(ProblemAdvice.nobodyThere(lost)).isFalse();
        assertThat(ProblemAdvice.problem(lost, new MockHttpServletRequest())).isEqualTo(Problem.UNAVAILABLE);
        assertThat(ProblemAdvice.nobodyThere(PIPE)).isFalse();
    }
}
