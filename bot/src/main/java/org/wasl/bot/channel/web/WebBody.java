package org.wasl.bot.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wasl.bot.channel.InboundContent;
import org.wasl.bot.channel.ReceivedText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a page sends: {@code {"id", "text"}} or {@code {"id", "token"}}. Bounded before anything is parsed;
 * nothing of it gets into an exception.
 */
final class WebBody {

    private static final Pattern ONCE_ID = Pattern.compile("[A-Za-z0-9-]{8,40}");

    /** As made by the dialogue: version, session, turn, option. Whether it is still the current one is its own check. */
    private static final Pattern TOKEN =
            Pattern.compile("v1\\|[A-Za-z0-9_.-]{1,32}\\|[0-9]{1,9}\\|[A-Za-z0-9_.:-]{1,48}");

    private static final int TOKEN_MAX = 64;

    /** Of a body that is too large, this much is thrown away unread so that its sender hears why; more is cut off. */
    private static final long DRAINED = 1L << 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final int maxBody;
    private final int maxText;

    WebBody(int maxBody, int maxText) {
        this.maxBody = maxBody;
        this.maxText = maxText;
    }

    /** What was sent, once. */
    record Sent(String onceId, InboundContent content) {}

    Sent read(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new WebProblem.Refusal(WebProblem.NOT_JSON);
        }
        JsonNode body = parse(utf8(bytes(request)));
        String id = text(body, "id");
        if (!ONCE_ID.matcher(id).matches()) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
        boolean written = body.has("text");
        if (written == body.has("token")) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
        return new Sent(id, written ? written(text(body, "text")) : tapped(text(body, "token")));
    }

    private byte[] bytes(HttpServletRequest request) {
        if (request.getContentLengthLong() > DRAINED) {
            throw new WebProblem.Refusal(WebProblem.TOO_LARGE);
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(maxBody + 1);
            if (bytes.length > maxBody) {
                // A connection that is closed while a browser still sends loses the answer with it.
                request.getInputStream().skip(DRAINED);
                throw new WebProblem.Refusal(WebProblem.TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WebProblem.Refusal(WebProblem.NOT_TEXT);
        }
    }

    private JsonNode parse(String body) {
        try {
            JsonNode node = json.readTree(body);
            if (!node.isObject()) {
                throw new WebProblem.Refusal(WebProblem.UNREADABLE);
            }
            return node;
        } catch (JacksonException e) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || !value.isString()) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
        return value.stringValue();
    }

    private InboundContent written(String text) {
        if (text.isBlank()) {
            throw new WebProblem.Refusal(WebProblem.UNREADABLE);
        }
        if (text.length() > maxText) {
            throw new WebProblem.Refusal(WebProblem.TOO_LONG);
        }
        if (ReceivedText.looksBinary(text)) {
            throw new WebProblem.Refusal(WebProblem.NOT_TEXT);
        }
        return new InboundContent.Text(ReceivedText.storable(text));
    }

    private static InboundContent tapped(String token) {
        if (token.length() > TOKEN_MAX || !TOKEN.matcher(token).matches()) {
            throw new WebProblem.Refusal(WebProblem.UNKNOWN_OPTION);
        }
        return new InboundContent.Tap(token);
    }
}
