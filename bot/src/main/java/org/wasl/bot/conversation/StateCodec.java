package org.wasl.bot.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of a state: a byte that says how it is packed, then JSON of closed types with a version, made small.
 * Its errors never quote what was stored. What was stored before there was packing is bare JSON and stays readable.
 */
final class StateCodec {

    /** Packed with {@link #KNOWN}. */
    private static final byte PACKED = 2;

    private static final byte BARE = '{';

    /**
     * What stands in most states, the likeliest last. Part of the stored form: it is never changed, and another one gets
     * the next packing byte.
     */
    private static final String KNOWN = """
            "windows":[],"word":null,"pinSalt":null,"pinCheck":null,"wrongPins":0,"typed":null,"told":
            {"id":"","kind":"VOICE","promise":"","question":"","at":"","withheld":false}
            {"key":"","truth":"YES","detail":null,"hours":null,"source":"BUTTON","evidence":{"start":0,"end":0,"text":"
            FREE_TEXT","truth":"SUSPECTED","truth":"NO""timers":{"silence":"lost":"nobody":
            {"replyId":"","role":"","text":"","codeWord":null,"at":"
            "flags":["SAFE_MODE","EXIT_USED","EMERGENCY","ONLY_ADVICE","HELD_BACK","ASKED_AGAIN","REPEATED","MOVED",
            "FILED_UNSEEN","CONSENTED"]"contact-days":[]"contact":[]"pin":[]"word":[]"safe-mode":[]"summary":[]
            "review":[]"sent":[]"receipt":[]"menu":[]"with-team":[]"take-back":[]"searcher-who":[]"searcher-relation":[]
            "searcher-age":[]"searcher-since":[]"searcher-place":[]"searcher-fear":[]"what":[]"what-else":[]
            "confirm-threat":[]"self-harm":[],"for-whom":[],"age":[],"place":[],"force":[],"last":[],"worse":[],
            "dangers":[],["unsure"]["skip"]["no"]["yes"]["adult"]["self"]["done"]["written"]["else"]
            {"speaker":"CITIZEN","text":"","question":null,"at":"2026-{"question":"story","text":"","struck":[]}
            "consents":[{"scope":"report","granted":true,"textVersion":"1 notice.agree ","locale":"ckb","at":"2026-
            ","channel":"telegram","channel":"web"}],
            "filing":{"id":"","next":1,"confirmed":false,"withdrawn":false,"mailboxSent":true,"mailbox":null},
            "filing":null,"earlier":[],"receipt":null,"receipt":{"digits":"","shown":false,"mailbox":{"id":"
            ","replyKey":"","verifyKey":"","pepper":1,"privateReplyKey":"","privateSignKey":""}},"timers":{},
            "waiting":[],"askId":null,"lastTap":"v1|","lastWord":"2026-","takenUntil":null,"wrongReceipts":0,
            "safeWord":null,"held":null,"sent":[],"album":null,"reach":null}
            {"version":1,"session":"","turn":1,"flow":"report-2","step":"","opened":1,"panel":null,"page":0,"picked":[],
            "locale":"kmr-Arab","locale":"ar-IQ","answers":{"greeting":["kmr"],"greeting":["ckb"],"greeting":["ar"],
            "safe":["safe"],"notice":["agree"],"danger":["calm"],"danger":[],"story":["done"]},"kept":{},"told":[],
            "story":[],"lines":[],"back":[{"step":"greeting","answers":{},"flags":[]},{"step":"safe","answers":{
            "greeting":["ar"]},"flags":[]},{"step":"notice","answers":{"greeting":["ar"],"safe":["safe"]},"flags":[]},
            {"step":"danger","answers":{"greeting":["ar"],"safe":["safe"],"notice":["agree"]},"flags":["CONSENTED"]},
            {"step":"story","answers":{""".replace("\n", "");

    private static final Compact COMPACT = Compact.knowing(KNOWN.getBytes(StandardCharsets.UTF_8));

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StateCodec() {}

    static byte[] encode(Conversation conversation) {
        byte[] made = COMPACT.make(json(conversation));
        return ByteBuffer.allocate(1 + made.length).put(PACKED).put(made).array();
    }

    /** The same before it is made small. */
    static byte[] json(Conversation conversation) {
        return JSON.writeValueAsBytes(conversation);
    }

    static Conversation decode(byte[] stored) {
        byte packing = stored.length == 0 ? 0 : stored[0];
        return switch (packing) {
            case PACKED -> read(COMPACT.open(stored, 1));
            case BARE -> read(stored);
            default ->
                throw new IllegalArgumentException("conversation state packing: " + packing + " (expected: " + PACKED
                        + ", or bare JSON), " + stored.length + " bytes");
        };
    }

    private static Conversation read(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            int version = tree.path("version").asInt(-1);
            if (version != Conversation.VERSION) {
                throw new IllegalArgumentException(
                        "conversation state version: " + version + " (expected: " + Conversation.VERSION + ")");
            }
            return JSON.treeToValue(tree, Conversation.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "conversation state: not readable, " + json.length + " bytes (expected: a stored conversation)");
        }
    }
}
