package org.wasl.bot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;

/** What each role may not do, tried on a real server with the users file it starts with. */
@TestInstance(Lifecycle.PER_CLASS)
class RedisUsersIT {

    private static final String STATES = "wasl:{s007}:states";
    private static final String INTAKE = "wasl:{s007}:intake";
    private static final String DRAIN = "wasl:{s007}:intake:desk-1";
    private static final String NOTICES = "wasl:{desk}:notices";

    private RedisServerUnderTest server;
    private RedisClient bot;
    private RedisClient desk;

    /** The server the roles are tried on. */
    RedisServerUnderTest server() {
        return new RedisServerUnderTest();
    }

    @BeforeAll
    void startServer() {
        server = server();
        bot = server.bot();
        desk = server.desk();
        bot.rpush(INTAKE, "sealed");
        bot.hset(STATES, "k", "v");
    }

    @AfterAll
    void stopServer() {
        bot.close();
        desk.close();
        server.close();
    }

    @Test
    void letsTheBotAppendToIntakeAndNothingElse() {
        for (String command : List.of(
                "LRANGE " + INTAKE + " 0 -1",
                "LPOP " + INTAKE,
                "RPOP " + INTAKE,
                "LTRIM " + INTAKE + " 0 0",
                "LLEN " + INTAKE,
                "LINDEX " + INTAKE + " 0",
                "LSET " + INTAKE + " 0 x",
                "LPUSH " + INTAKE + " x",
                "LREM " + INTAKE + " 0 x",
                "LMOVE " + INTAKE + " " + DRAIN + " LEFT RIGHT",
                "RPOPLPUSH " + INTAKE + " " + DRAIN,
                "BLPOP " + INTAKE + " 1",
                "LINSERT " + INTAKE + " BEFORE a b",
                "SET " + INTAKE + " x",
                "GETSET " + INTAKE + " x",
                "APPEND " + INTAKE + " x",
                "DEL " + INTAKE,
                "UNLINK " + INTAKE,
                "EXPIRE " + INTAKE + " 1",
                "PEXPIRE " + INTAKE + " 1",
                "RENAME " + INTAKE + " " + STATES,
                "COPY " + INTAKE + " wasl:{s007}:copy",
                "SORT " + INTAKE + " ALPHA",
                "DUMP " + INTAKE,
                "RESTORE " + INTAKE + " 0 x",
                "MOVE " + INTAKE + " 1",
                "MIGRATE 127.0.0.1 1 " + INTAKE + " 0 1",
                "OBJECT FREQ " + INTAKE,
                "GETDEL " + INTAKE,
                "LPOS " + INTAKE + " x")) {
            assertRefused(bot, command);
        }
        assertThat(bot.rpush(INTAKE, "sealed too")).isPositive();
    }

    @Test
    void letsNeitherRoleAdministerOrLookAround() {
        for (RedisClient role : List.of(bot, desk)) {
            for (String command : List.of(
                    "KEYS *",
                    "SCAN 0",
                    "RANDOMKEY",
                    "FLUSHALL",
                    "FLUSHDB",
                    "CONFIG GET *",
                    "CONFIG SET save x",
                    "CONFIG REWRITE",
                    "DEBUG SLEEP 0",
                    "SHUTDOWN NOSAVE",
                    "SAVE",
                    "BGSAVE",
                    "REPLICAOF NO ONE",
                    "ACL LIST",
                    "ACL SETUSER x on",
                    "CLIENT LIST",
                    "CLIENT KILL TYPE normal",
                    "MONITOR",
                    "SLOWLOG GET",
                    "MODULE LIST",
                    "SWAPDB 0 1",
                    "SCRIPT FLUSH",
                    "SCRIPT KILL",
                    "DBSIZE",
                    "SELECT 1",
                    "XTRIM " + NOTICES + " MAXLEN 0",
                    "GET wasl:{bot}:alive",
                    "SYNC",
                    "PSYNC x 1",
                    "FAILOVER",
                    "LATENCY RESET",
                    "COMMAND")) {
                assertRefused(role, command);
            }
        }
    }

    @Test
    void keepsTheDeskOutOfWhatIsTheBots() {
        for (String command : List.of(
                "HGETALL " + STATES,
                "HGET " + STATES + " k",
                "HSET " + STATES + " k v",
                "HGET wasl:{s007}:outbox k",
                "XRANGE wasl:{s007}:inbox - +",
                "XADD wasl:{s007}:inbox * f v",
                "HGET wasl:{s007}:mail k",
                "RPUSH " + INTAKE + " x",
                "DEL " + INTAKE,
                "SET " + STATES + " x",
                "SET wasl:{desk}:alive x",
                "SET wasl:{desk}:notices x",
                "SADD wasl:{desk}:nodes x",
                "XREVRANGE " + NOTICES + " + -",
                "XRANGE " + NOTICES + " - +",
                "BGREWRITEAOF",
                "EVAL return(1) 0",
                "XDEL " + NOTICES + " 1-0",
                "LPOP " + INTAKE,
                "HGET wasl:{web0}:x k")) {
            assertRefused(desk, command);
        }
    }

    @Test
    void letsTheBotHaveTheFileRewritten() {
        assertThat(bot.sendCommand(Protocol.Command.BGREWRITEAOF)).isNotNull();
    }

    @Test
    void keepsTheBotOutOfTheDesksOtherKeys() {
        for (String command :
                List.of("HGET wasl:{desk}:anything k", "HSET other k v", "XADD other * f v", "RPUSH other x")) {
            assertRefused(bot, command);
        }
    }

    @Test
    void letsTheDeskDrainAndTell() {
        bot.rpush("wasl:{s008}:intake", "one", "two");
        assertThat(desk.sendCommand(
                        Protocol.Command.LMOVE, "wasl:{s008}:intake", "wasl:{s008}:intake:desk-1", "LEFT", "RIGHT"))
                .isNotNull();
        assertThat(desk.lrange("wasl:{s008}:intake:desk-1", 0, -1)).containsExactly("one");
        assertThat(desk.lrem("wasl:{s008}:intake:desk-1", 1, "one")).isEqualTo(1);
        assertThat(desk.llen("wasl:{s008}:intake")).isEqualTo(1);
        assertThat(desk.type("wasl:{s008}:intake")).isEqualTo("list");
        assertThat(desk.sendCommand(Protocol.Command.XADD, NOTICES, "*", "n", "sealed"))
                .isNotNull();
        assertThat(desk.hset("wasl:{desk}:presence", "p", "sealed")).isEqualTo(1);
        assertThat(desk.publish("wasl:notices-wake", "x")).isZero();
        assertThat(desk.zadd("wasl:{desk}:alive", 5, "desk-1")).isEqualTo(1);
        assertThat(desk.zrangeByScore("wasl:{desk}:alive", 0, 5)).containsExactly("desk-1");
        assertThat(desk.zrem("wasl:{desk}:alive", "desk-1")).isEqualTo(1);
        assertThat(desk.incr(NOTICES + ":n")).isEqualTo(1);
    }

    @Test
    void hasNobodyWithoutAName() {
        assertThatThrownBy(() -> {
                    try (RedisClient nobody = RedisClient.create("127.0.0.1", server.port())) {
                        nobody.ping();
                    }
                })
                .hasMessageContaining("NOAUTH");
    }

    @Test
    void refusesEqualOrShortPasswords() {
        assertThatThrownBy(() -> RedisUsers.lines("6.2.11", "p".repeat(20), "p".repeat(20)))
                .hasMessageContaining("equal");
        assertThatThrownBy(() -> RedisUsers.lines("6.2.11", "short-one", "p".repeat(20)))
                .hasMessageContaining("wasl-bot")
                .hasMessageNotContaining("short-one");
    }

    private static void assertRefused(RedisClient role, String command) {
        String[] words = command.split(" ");
        String[] rest = java.util.Arrays.copyOfRange(words, 1, words.length);
        assertThatThrownBy(() ->
                        role.sendCommand(() -> words[0].getBytes(java.nio.charset.StandardCharsets.US_ASCII), rest))
                .describedAs(command)
                .isInstanceOf(JedisDataException.class)
                .hasMessageMatching("(?s).*(NOPERM|DEBUG command not allowed).*");
    }
}
