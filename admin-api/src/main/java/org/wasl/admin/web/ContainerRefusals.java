package org.wasl.admin.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;

/**
 * Answers what the container refuses before a filter sees it (an address in no known encoding, a broken head) in the
 * form every other problem has. Its own page is another form, and names the container.
 */
final class ContainerRefusals extends ErrorReportValve {
    private final MessageSource messages;

    ContainerRefusals(MessageSource messages) {
        this.messages = messages;
    }

    /** Takes the place of whatever reports now. */
    void placeIn(StandardHost host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        host.setErrorReportValveClass(ContainerRefusals.class.getName());
        pipeline.addValve(this);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (open.get()) {
            try {
                answer(response, status);
            } catch (IOException gone) {
                container.getLogger().debug("the asker went away");
            }
        }
    }

    private void answer(Response response, int status) throws IOException {
        Problem problem = status == Problem.INTERNAL.status().value() ? Problem.INTERNAL : Problem.UNREADABLE;
        String title = messages.getMessage("problem." + problem.slug(), null, ConsoleLanguage.ARABIC.locale());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.json(title, status).getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
