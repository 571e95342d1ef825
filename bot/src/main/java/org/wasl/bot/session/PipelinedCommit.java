package org.wasl.bot.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.commands.ProtocolCommand;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Gathers what many threads want done into pipelines, so that one fsync of the server serves them all. {@code WAIT} and
 * {@code WAITAOF} stand at the end of the same pipeline on the same connection: on another they answer for nothing.
 */
final class PipelinedCommit implements DurableCommit {

    private static final ProtocolCommand WAITAOF = () -> "WAITAOF".getBytes(StandardCharsets.US_ASCII);

    private final RedisClient redis;
    private final Durability durability;
    private final BlockingQueue<Request> waiting;
    private final List<Thread> lanes = new ArrayList<>();
    private final int most;
    private volatile boolean open = true;

    PipelinedCommit(RedisClient redis, Durability durability, int lanes, int most) {
        this.redis = redis;
        this.durability = durability;
        this.most = most;
        this.waiting = new ArrayBlockingQueue<>(most * 16);
        for (int i = 0; i < lanes; i++) {
            this.lanes.add(Thread.ofPlatform().daemon().name("wasl-commit-" + i).start(this::serve));
        }
    }

    @Override
    public CompletableFuture<Object> run(Script script, List<byte[]> keys, List<byte[]> args) {
        Request request = new Request(script, keys, args, new CompletableFuture<>());
        if (!open || !waiting.offer(request)) {
            request.answer.completeExceptionally(new StoreUnavailable(open ? "too many commits waiting" : "closed"));
        }
        return request.answer;
    }

    @Override
    public void close() {
        open = false;
        lanes.forEach(Thread::interrupt);
        for (Thread lane : lanes) {
            try {
                lane.join(Duration.ofSeconds(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        fail(drain(new ArrayList<>()), new StoreUnavailable("closed"));
    }

    private List<Request> drain(List<Request> batch) {
        waiting.drainTo(batch, most - batch.size());
        return batch;
    }

    private void serve() {
        while (open) {
            List<Request> batch = new ArrayList<>();
            try {
                Request first = waiting.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                perform(drain(batch));
            } catch (InterruptedException stopped) {
                fail(batch, new StoreUnavailable("closed"));
                return;
            } catch (JedisException unreachable) {
                fail(batch, new StoreUnavailable("store unreachable", unreachable));
            } catch (RuntimeException bug) {
                fail(batch, new StoreUnavailable("commit failed", bug));
            }
        }
    }

    private void perform(List<Request> batch) {
        List<Object> answers;
        try (Connection connection = redis.getPool().getResource()) {
            answers = pipeline(connection, batch);
            if (answers.stream().anyMatch(PipelinedCommit::isNoScript)) {
                load(connection, batch);
                retry(connection, batch, answers);
            }
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).finish(answers.get(i));
        }
    }

    /** A batch holds one step of a conversation at most, so running those again that were not known breaks no order. */
    private void retry(Connection connection, List<Request> batch, List<Object> answers) {
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (isNoScript(answers.get(i))) {
                again.add(i);
            }
        }
        List<Object> second =
                pipeline(connection, again.stream().map(batch::get).toList());
        for (int i = 0; i < again.size(); i++) {
            answers.set(again.get(i), second.get(i));
        }
    }

    private List<Object> pipeline(Connection connection, List<Request> batch) {
        for (Request request : batch) {
            connection.sendCommand(Protocol.Command.EVALSHA, request.wire(request.script.sha()));
        }
        int extra = demandDurability(connection);
        List<Object> answers = new ArrayList<>(connection.getMany(batch.size() + extra));
        for (int i = 0; i < extra; i++) {
            durability.verify(answers.removeLast());
        }
        return answers;
    }

    private int demandDurability(Connection connection) {
        String timeout = Long.toString(durability.timeout().toMillis());
        if (durability.waitsForDisk()) {
            connection.sendCommand(WAITAOF, "1", Integer.toString(durability.replicas()), timeout);
            return 1;
        }
        if (durability.replicas() > 0) {
            connection.sendCommand(Protocol.Command.WAIT, Integer.toString(durability.replicas()), timeout);
            return 1;
        }
        return 0;
    }

    private static void load(Connection connection, List<Request> batch) {
        List<Script> scripts = batch.stream().map(Request::script).distinct().toList();
        for (Script script : scripts) {
            connection.sendCommand(Protocol.Command.SCRIPT, "LOAD".getBytes(StandardCharsets.US_ASCII), script.text());
        }
        connection.getMany(scripts.size());
    }

    private static boolean isNoScript(Object answer) {
        return answer instanceof JedisDataException error
                && error.getMessage() != null
                && error.getMessage().startsWith("NOSCRIPT");
    }

    private static void fail(List<Request> batch, RuntimeException why) {
        batch.forEach(request -> request.answer.completeExceptionally(why));
    }

    private record Request(Script script, List<byte[]> keys, List<byte[]> args, CompletableFuture<Object> answer) {

        byte[][] wire(byte[] sha) {
            List<byte[]> all = new ArrayList<>(keys.size() + args.size() + 2);
            all.add(sha);
            all.add(Integer.toString(keys.size()).getBytes(StandardCharsets.US_ASCII));
            all.addAll(keys);
            all.addAll(args);
            return all.toArray(byte[][]::new);
        }

        void finish(Object value) {
            if (value instanceof JedisDataException error) {
                answer.completeExceptionally(refusal(String.valueOf(error.getMessage())));
            } else {
                answer.complete(value);
            }
        }

        private RuntimeException refusal(String message) {
            boolean temporary = message.startsWith("LOADING")
                    || message.startsWith("BUSY")
                    || message.contains("OOM")
                    || message.contains("MISCONF")
                    || message.contains("READONLY")
                    || message.contains("NOREPLICAS");
            return temporary ? new StoreUnavailable(message) : new StepRefused(script + ": " + message);
        }
    }
}
