package org.wasl.bot.channel.web;

/** What can go wrong with what a page sends. The code is on the wire; its sentence is in {@code problems.properties}. */
enum WebProblem {
    UNREADABLE(400, "unreadable"),
    NOT_TEXT(400, "not-text"),
    UNKNOWN_OPTION(400, "unknown-option"),
    OVER(401, "over"),
    REFUSED(403, "refused"),
    NOT_FOUND(404, "not-found"),
    TOO_LARGE(413, "too-large"),
    TOO_LONG(413, "too-long"),
    NOT_JSON(415, "unreadable"),
    OTHER_KIND(415, "other-kind"),
    FAILED(500, "failed"),
    NOT_RECEIVED(503, "not-received");

    private final int status;
    private final String code;

    WebProblem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Carries a problem to the one place that answers it; has no message of its own and no trace. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final WebProblem problem;

        Refusal(WebProblem problem) {
            super(problem.code, null, false, false);
            this.problem = problem;
        }

        WebProblem problem() {
            return problem;
        }
    }
}
