package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wasl.triage.intake.Shard;
import redis.clients.jedis.RedisClient;

/** Each script against keys of the wrong type and missing rights: the keyspace is the same before and after. */
class ScriptsIT {

    private static final ShardKeys KEYS = ShardKeys.of(new Shard(7));
    private static final String CONVERSATION = "07" + "a".repeat(30);

    @RegisterExtension
    static final StoreUnderTest STORE = new StoreUnderTest();

    private record Call(Script script, List<byte[]> keys, List<byte[]> args) {}

    private static List<Call> calls() {
        List<byte[]> step = new ArrayList<>(args("1", CONVERSATION, "*", "", "", "", "7", "wasl:w", "wasl:i"));
        step.addAll(args("state", "aa:1:x", "1", ""));
        step.addAll(args("out", "o1", "x", ""));
        step.addAll(args("intake", "x", "", ""));
        step.addAll(args("timer", "t1", "5", "x"));
        step.addAll(args("again", "n", "x", ""));
        step.addAll(args("unref", "r1", "", ""));
        return List.of(
                new Call(Script.ACCEPT, KEYS.forAccept(), args("e", "1", CONVERSATION, "x", "7", "wasl:w", "10", "5")),
                new Call(Script.LEASE, KEYS.forLease(), args("bot-1/a", "1000", "0")),
                new Call(Script.STEP, KEYS.forStep(), step),
                new Call(Script.EXPIRE, KEYS.forExpire(), args("1", CONVERSATION, "99")),
                new Call(Script.BOX, KEYS.forBox(), args("deliver", CONVERSATION, "r", "x", "5", "h", "1")),
                new Call(Script.BOX, KEYS.forBox(), args("attach", CONVERSATION, "p", "1")),
                new Call(
                        Script.TELL, List.of(KEYS.shard().intakeKey().getBytes(StandardCharsets.US_ASCII)), args("x")));
    }

    @Test
    void writesNothingWhenAKeyHasTheWrongType() {
        for (Call call : calls()) {
            for (byte[] key : call.keys()) {
                STORE.admin().flushAll();
                STORE.admin().hset(KEYS.lease(), Map.of(Step.ascii("epoch"), Step.ascii("1")));
                STORE.admin().del(key);
                STORE.admin().set(key, Step.ascii("a string is of no use here"));
                Map<String, String> before = keyspace();

                assertThatThrownBy(() -> run(STORE.bot(), call))
                        .describedAs("%s with a wrong %s", call.script(), new String(key, StandardCharsets.US_ASCII))
                        .isInstanceOf(StepRefused.class);
                assertThat(keyspace()).isEqualTo(before);
            }
        }
    }

    @Test
    void writesNothingWhenARightIsMissing() {
        List<String> needed = List.of(
                "hset", "hdel", "hincrby", "zadd", "zrem", "xadd", "xdel", "rpush", "hget", "type", "xlen", "zscore",
                "xrange", "hexists", "hmget", "hkeys");
        String rights = RedisUsers.lines("6.2.11", "b".repeat(16), "d".repeat(16)).stream()
                .filter(line -> line.startsWith("user wasl-bot "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("user wasl-bot on #\\w+ ", "");
        for (String right : needed) {
            List<String> rules = new ArrayList<>(List.of("reset", "on", ">weak-password-of-tests"));
            rules.addAll(List.of((rights + " -" + right).split(" ")));
            rules.addAll(0, List.of("SETUSER", "weak"));
            STORE.admin().sendCommand(() -> Step.ascii("ACL"), rules.toArray(String[]::new));
            try (RedisClient weak = STORE.client("weak", "weak-password-of-tests")) {
                for (Call call : calls()) {
                    STORE.admin().flushAll();
                    STORE.admin().hset(KEYS.lease(), Map.of(Step.ascii("epoch"), Step.ascii("1")));
                    Map<String, String> before = keyspace();
                    boolean refused = refuses(weak, call);
                    if (refused) {
                        assertThat(keyspace())
                                .describedAs("%s without %s", call.script(), right)
                                .isEqualTo(before);
                    }
                }
            }
        }
    }

    @Test
    void fencesByEpochHeadAndPresenceOfTheInput() {
        STORE.admin().hset(KEYS.lease(), Map.of(Step.ascii("epoch"), Step.ascii("3")));
        STORE.admin().hset(KEYS.states(), Map.of(Step.ascii(CONVERSATION), Step.ascii("ab:4:sealed")));
        ConversationKey key = new ConversationKey(CONVERSATION);
        Map<String, String> before = keyspace();
        try (PipelinedCommit commits = commits(STORE.bot())) {
            assertThat(step(key, commits, new Step(key).expectHead("ab:4"), 2)).isEqualTo(Step.Answer.LEASE);
            assertThat(step(key, commits, new Step(key).expectHead("ab:3"), 3)).isEqualTo(Step.Answer.HEAD);
            assertThat(step(key, commits, new Step(key).expectHead("ac:4"), 3)).isEqualTo(Step.Answer.HEAD);
            assertThat(step(key, commits, new Step(key).expectHead(""), 3)).isEqualTo(Step.Answer.HEAD);
            assertThat(step(key, commits, new Step(key).acknowledge("5-0"), 3)).isEqualTo(Step.Answer.GONE);
            assertThat(step(key, commits, new Step(key).expectOutgoing("o"), 3)).isEqualTo(Step.Answer.GONE);
            assertThat(step(key, commits, new Step(key).expectTimer("t"), 3)).isEqualTo(Step.Answer.GONE);
            assertThat(keyspace()).isEqualTo(before);
            assertThat(step(key, commits, new Step(key).expectHead("ab:4"), 3)).isEqualTo(Step.Answer.OK);
        }
    }

    private static Step.Answer step(ConversationKey key, PipelinedCommit commits, Step step, long epoch) {
        return Failures.await(step.state(Step.ascii("ab:5:next"), Instant.EPOCH).commit(commits, KEYS, epoch));
    }

    private static boolean refuses(RedisClient client, Call call) {
        try {
            run(client, call);
            return false;
        } catch (StepRefused refused) {
            return true;
        }
    }

    private static Object run(RedisClient client, Call call) {
        try (PipelinedCommit commits = commits(client)) {
            return Failures.await(commits.run(call.script(), call.keys(), call.args()));
        }
    }

    private static PipelinedCommit commits(RedisClient client) {
        return new PipelinedCommit(client, new Durability(false, 0, Duration.ofSeconds(1)), 1, 16);
    }

    private static List<byte[]> args(String... args) {
        return java.util.Arrays.stream(args).map(Step::ascii).toList();
    }

    /** Every key with its type and everything in it. */
    private static Map<String, String> keyspace() {
        Map<String, String> all = new TreeMap<>();
        for (String key : STORE.admin().keys("*")) {
            byte[] dump = STORE.admin().dump(key);
            all.put(key, STORE.admin().type(key) + " " + Base64.getEncoder().encodeToString(dump));
        }
        return all;
    }
}
