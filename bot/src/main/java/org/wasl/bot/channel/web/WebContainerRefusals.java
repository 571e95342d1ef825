package org.wasl.bot.channel.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the container refuses before the dialogue's side of the node sees it (an address in no known encoding, a
 * broken head), as the page is answered everything else. The container's own page names the container.
 */
final class WebContainerRefusals extends ErrorReportValve {

    private final JsonMapper json = JsonMapper.builder().build();
    private final WebProblemTexts texts;

    WebContainerRefusals(WebProblemTexts texts) {
        this.texts = texts;
    }

    /** Takes the place of whatever reports now. */
    void placeIn(StandardHost host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        host.setErrorReportValveClass(WebContainerRefusals.class.getName());
        pipeline.addValve(this);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (open.get()) {
            try {
                answer(request, response);
            } catch (IOException gone) {
                container.getLogger().debug("the page went away");
            }
        }
    }

    private void answer(Request request, Response response) throws IOException {
        int status = response.getStatus();
        WebProblem problem = status == WebProblem.FAILED.status() ? WebProblem.FAILED : WebProblem.UNREADABLE;
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(json.writeValueAsBytes(texts.told(problem, status, language)));
        response.finishResponse();
    }
}
