package org.wasl.admin.api;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Program;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/**
 * Slows one caller down so that the others go on: a script that asks without end is told when to ask again. Counted for
 * each person and for each token of a program, on this node alone.
 */
final class RequestLimit implements HandlerInterceptor {
    /** More people than any desk has; the one who was quiet longest is forgotten first. */
    private static final int PEOPLE = 10_000;

    private final ApiSettings settings;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Buckets());

    RequestLimit(ApiSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClockMeter(clock);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        caller().ifPresent(staff -> {
            ConsumptionProbe probe =
                    buckets.computeIfAbsent(name(staff), _ -> bucket(staff)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
                throw new ProblemException(Problem.TOO_MANY);
            }
        });
        return true;
    }

    private static String name(CurrentStaff staff) {
        Program program = staff.program();
        return program == null ? staff.id().value() : program.id();
    }

    private Bucket bucket(CurrentStaff staff) {
        boolean program = staff.program() != null;
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(program ? settings.tokenBurst() : settings.burst())
                        .refillGreedy(program ? settings.tokenPerSecond() : settings.perSecond(), Duration.ofSeconds(1))
                        .build())
                .build();
    }

    private static Optional<CurrentStaff> caller() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(signedIn)
                .map(Authentication::getPrincipal)
                .filter(CurrentStaff.class::isInstance)
                .map(CurrentStaff.class::cast);
    }

    private static final class Buckets extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1L;

        Buckets() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > PEOPLE;
        }
    }

    /** The house's clock, as the library wants it. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
