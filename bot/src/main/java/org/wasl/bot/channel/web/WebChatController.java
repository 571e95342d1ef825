package org.wasl.bot.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.WebUtils;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.InboundGate.Acceptance;

/** What the chat page asks for. */
@RestController
@RequestMapping("/chat")
final class WebChatController {
    private static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9-]{1,32}");

    private final WebChannel channel;
    private final WebSessions sessions;
    private final WebStreams streams;
    private final WebWaiting waiting;
    private final WebBody bodies;
    private final WebChatSettings settings;

    WebChatController(
            WebChannel channel,
            WebSessions sessions,
            WebStreams streams,
            WebWaiting waiting,
            WebBody bodies,
            WebChatSettings settings) {
        this.channel = channel;
        this.sessions = sessions;
        this.streams = streams;
        this.waiting = waiting;
        this.bodies = bodies;
        this.settings = settings;
    }

    /** The tap on the greeting: goes on where this browser was, or begins. The page cannot tell which before it. */
    @PostMapping("/session")
    ResponseEntity<Map<String, Boolean>> session(HttpServletRequest request) {
        sameSite(request);
        Optional<String> living = sessions.find(cookie(request));
        if (living.isPresent()) {
            return answer(cookie(request), Map.of("again", true));
        }
        WebSessions.Fresh fresh = sessions.make().orElseThrow(() -> new WebProblem.Refusal(WebProblem.NOT_RECEIVED));
        if (channel.hand(fresh.address(), "start", new InboundContent.Started(campaign(request)))
                == Acceptance.UNAVAILABLE) {
            sessions.end(fresh.address());
            throw new WebProblem.Refusal(WebProblem.NOT_RECEIVED);
        }
        return answer(fresh.secret(), Map.of("again", false));
    }

    /** Taken once, however often the page tries: answered only when it is durable. */
    @PostMapping("/messages")
    ResponseEntity<Map<String, Boolean>> message(HttpServletRequest request) {
        sameSite(request);
        String address = living(request);
        WebBody.Sent sent = bodies.read(request);
        sessions.hear(address);
        if (channel.hand(address, sent.onceId(), sent.content()) == Acceptance.UNAVAILABLE) {
            throw new WebProblem.Refusal(WebProblem.NOT_RECEIVED);
        }
        return answer(cookie(request), Map.of("received", true));
    }

    @GetMapping("/stream")
    ResponseEntity<SseEmitter> stream(
            HttpServletRequest request,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        sameSite(request);
        Optional<String> address = sessions.find(cookie(request));
        if (address.isEmpty()) {
            // 204 is what tells an event source not to come back.
            return ResponseEntity.noContent().build();
        }
        String after = last == null ? request.getParameter("after") : last;
        return answer(cookie(request), streams.stream(address.get(), number(after)));
    }

    /** The same lines for browsers and networks that cannot hold a stream. */
    @GetMapping("/lines")
    Callable<ResponseEntity<List<WebLine.Numbered>>> lines(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean wait) {
        sameSite(request);
        String address = living(request);
        String secret = cookie(request);
        Duration atMost = wait ? settings.longPoll() : Duration.ZERO;
        return () -> answer(secret, streams.poll(address, number(after), atMost));
    }

    /** Quick exit. The page is blank already; here the session ends, so that no open tab is a live window. */
    @PostMapping("/exit")
    ResponseEntity<Void> exit(HttpServletRequest request) {
        sameSite(request);
        sessions.find(cookie(request)).ifPresent(address -> {
            sessions.end(address);
            waiting.wake(address);
            channel.hand(address, "exit", new InboundContent.Exited());
        });
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO))
                .build();
    }

    /** Of the poster somebody came from; anything but a short code counts as none. */
    private static String campaign(HttpServletRequest request) {
        String sent = request.getParameter("campaign");
        return sent != null && CAMPAIGN.matcher(sent).matches() ? sent : "";
    }

    private String living(HttpServletRequest request) {
        return sessions.find(cookie(request)).orElseThrow(() -> new WebProblem.Refusal(WebProblem.OVER));
    }

    /** The cookie is strict already; browsers that say where a request comes from are believed as well. */
    static void sameSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new WebProblem.Refusal(WebProblem.REFUSED);
        }
    }

    private @Nullable String cookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, settings.cookieName());
        return cookie == null ? null : cookie.getValue();
    }

    private <T> ResponseEntity<T> answer(@Nullable String secret, T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.SET_COOKIE, cookie(secret == null ? "" : secret, settings.place()))
                .body(body);
    }

    private String cookie(String secret, Duration age) {
        return ResponseCookie.from(settings.cookieName(), secret)
                .httpOnly(true)
                .secure(settings.secureCookie())
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,15}")) {
            return 0;
        }
        return Long.parseLong(text);
    }
}
