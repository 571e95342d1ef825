package org.wasl.bot.channel.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.wasl.bot.channel.ChannelKind;
import org.wasl.bot.channel.MediaSource;

/**
 * Files of the Bot API. Downloaded here and not by the library, which looks at no status and holds or stores the whole:
 * the address holds the token, so it is in no message and in no log.
 */
final class TelegramFiles implements MediaSource, AutoCloseable {

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+){0,8}");
    private static final int LONGEST_PATH = 200;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final TelegramApi api;
    private final OkHttpClient http;
    private final TelegramSettings settings;

    TelegramFiles(TelegramSettings settings) {
        this.settings = settings;
        this.api = new TelegramApi(settings, settings.token(), settings.callTimeout(), "wasl-files-");
        this.http = new OkHttpClient.Builder()
                .connectTimeout(settings.callTimeout())
                .readTimeout(settings.callTimeout())
                .followRedirects(false)
                .build();
    }

    @Override
    public ChannelKind kind() {
        return TelegramChannel.CITIZENS;
    }

    @Override
    public Fetched open(String promise, long most, Duration within) {
        return switch (api.call(new GetFile(promise))) {
            case TelegramApi.Answer.Unclear unclear -> new Fetched.Unreachable();
            case TelegramApi.Answer.Refused refused when refused.because("too big") -> new Fetched.TooLarge();
            case TelegramApi.Answer.Refused refused ->
                passing(refused.code()) ? new Fetched.Unreachable() : new Fetched.Gone();
            case TelegramApi.Answer.Ok ok -> {
                long size = ok.result().path("file_size").asLong(-1);
                String path = ok.result().path("file_path").asText("");
                if (size > most) {
                    yield new Fetched.TooLarge();
                }
                yield path.length() <= LONGEST_PATH && PATH.matcher(path).matches()
                        ? download(path, size, most, within)
                        : new Fetched.Gone();
            }
        };
    }

    private Fetched download(String path, long size, long most, Duration within) {
        HttpUrl address = HttpUrl.get(settings.server())
                .newBuilder()
                .addPathSegments("file/bot" + settings.token() + "/" + path)
                .build();
        try {
            Response response = http.newBuilder()
                    .callTimeout(within)
                    .build()
                    .newCall(new Request.Builder().url(address).build())
                    .execute();
            ResponseBody body = response.body();
            if (response.code() != 200 || body == null) {
                response.close();
                return passing(response.code()) ? new Fetched.Unreachable() : new Fetched.Gone();
            }
            if (body.contentLength() > most) {
                response.close();
                return new Fetched.TooLarge();
            }
            return new Fetched.Opened(new Whole(body.byteStream(), size));
        } catch (IOException | IllegalStateException unreachable) {
            return new Fetched.Unreachable();
        }
    }

    private static boolean passing(int code) {
        return code >= SERVER_ERROR || code == TOO_MANY;
    }

    @Override
    public void close() {
        api.close();
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }

    /** Ends where the platform said it ends, or throws; what it throws says nothing of where it was read. */
    private static final class Whole extends FilterInputStream {

        private final long size;
        private long read;

        private Whole(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int got = attempt(to, from, length);
            if (got >= 0) {
                read += got;
            } else if (size >= 0 && read != size) {
                throw new IOException("file broken off");
            }
            return got;
        }

        private int attempt(byte[] to, int from, int length) throws IOException {
            try {
                return in.read(to, from, length);
            } catch (IOException withAddress) {
                // Not chained: the library's message may hold the address.
                throw new IOException("file broken off");
            }
        }
    }
}
