package org.wasl.bot.channel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * The one place that tells a page what went wrong: problem+json, a sentence in its language, and nothing of what was
 * sent, of the exception, or of the machine.
 */
@RestController
@RestControllerAdvice(assignableTypes = {WebChatController.class, WebPageController.class, WebUploadController.class})
final class WebProblemAnswers implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(WebProblemAnswers.class);

    private final WebProblemTexts texts;

    WebProblemAnswers(WebProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(WebProblem.Refusal.class)
    ResponseEntity<Map<String, Object>> refused(WebProblem.Refusal refusal, HttpServletRequest request) {
        return answer(refusal.problem(), request);
    }

    /** A part of the address is not of the kind it should be, or no text at all; the exceptions quote it. */
    @ExceptionHandler({TypeMismatchException.class, InvalidParameterException.class})
    ResponseEntity<Map<String, Object>> unreadable(HttpServletRequest request) {
        return answer(WebProblem.UNREADABLE, request);
    }

    /** The page went away while it was being answered. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Map<String, Object>> failed(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (request.isAsyncStarted() || response.isCommitted()) {
            // A stream that broke off has its head out already; the page comes back by itself.
            LOG.debug("web chat: a stream broke off ({})", e.getClass().getSimpleName());
            return null;
        }
        LOG.warn("web chat: a request failed ({})", e.getClass().getSimpleName());
        // Something sent that failed on the way, wherever that was, has not arrived: the person must know whom to call.
        return answer(request.getMethod().equals("POST") ? WebProblem.NOT_RECEIVED : WebProblem.FAILED, request);
    }

    /** What the container refused by itself: unknown paths, methods, broken requests. */
    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code)) {
            return answer(WebProblem.NOT_FOUND, request);
        }
        return switch (code) {
            case 404 -> answer(WebProblem.NOT_FOUND, request);
            case 413 -> answer(WebProblem.TOO_LARGE, request);
            default -> answer(code < 500 ? WebProblem.UNREADABLE : WebProblem.FAILED, request);
        };
    }

    private ResponseEntity<Map<String, Object>> answer(WebProblem problem, HttpServletRequest request) {
        Map<String, Object> body =
                texts.told(problem, problem.status(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
        if (problem == WebProblem.NOT_RECEIVED) {
            builder.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return builder.body(body);
    }
}
