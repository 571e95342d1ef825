package org.wasl.admin.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.wasl.admin.casework.CaseDesk;
import org.wasl.admin.casework.CaseNumber;
import org.wasl.admin.casework.QueueFilter;
import org.wasl.admin.exposure.ReadingLog;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.triage.report.Level;

/** The live queue. */
@Controller
final class QueuePages {
    private static final int ROWS = 50;
    /** Longer names nothing. */
    private static final int LONGEST = 80;

    private static final String WELCOMED = "wasl_welcomed";
    private static final Duration LIFE = Duration.ofDays(365);

    private final CaseDesk cases;
    private final ReadingLog readings;
    private final QueueSearch search;

    QueuePages(CaseDesk cases, ReadingLog readings, QueueSearch search) {
        this.cases = cases;
        this.readings = readings;
        this.search = search;
    }

    /** What of the queue is asked for, as its address says it. */
    record Wanted(
            QueueFilter.@Nullable Shortlist list,
            @Nullable Set<Level> level,
            @Nullable String language,
            @Nullable String governorate,
            @Nullable String after) {

        QueueFilter filter() {
            return new QueueFilter(
                    level == null ? Set.of() : level,
                    list == null ? QueueFilter.Shortlist.ALL : list,
                    code(language),
                    code(governorate));
        }

        private static @Nullable String code(@Nullable String sent) {
            return sent == null || !sent.matches("[A-Za-z-]{2,12}") ? null : sent;
        }

        /** Where this is found: under the page, or under its rows alone. */
        String address(String path) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            QueueFilter filter = filter();
            if (filter.list() != QueueFilter.Shortlist.ALL) {
                address.queryParam("list", filter.list());
            }
            filter.levels().stream().sorted().forEach(one -> address.queryParam("level", one));
            if (filter.language() != null) {
                address.queryParam("language", filter.language());
            }
            if (filter.governorate() != null) {
                address.queryParam("governorate", filter.governorate());
            }
            return address.build().toUriString();
        }
    }

    @GetMapping("/queue")
    @Requires(Permission.QUEUE_READ)
    String queue(
            CurrentStaff staff,
            Wanted wanted,
            @RequestParam(defaultValue = "false") boolean nothing,
            @CookieValue(name = WELCOMED, required = false) @Nullable String welcomed,
            Model model) {
        fill(staff, wanted, model);
        model.addAttribute("nothing", nothing);
        model.addAttribute("welcome", welcomed == null);
        return "console/queue";
    }

    /** The rows alone, for a page that is already open. */
    @GetMapping("/queue/rows")
    @Requires(Permission.QUEUE_READ)
    String rows(CurrentStaff staff, Wanted wanted, Model model) {
        fill(staff, wanted, model);
        return "console/queue :: live";
    }

    /** What was typed never stands in an address: people type names. */
    @PostMapping("/queue/search")
    @Requires(Permission.QUEUE_READ)
    String search(@RequestParam String words) {
        return switch (search.read(words.substring(0, Math.min(LONGEST, words.length())))) {
            case QueueSearch.Meant.OneCase one -> "redirect:/cases/" + one.number();
            case QueueSearch.Meant.Some some -> "redirect:" + address(some.filter());
            case QueueSearch.Meant.Nothing _ -> "redirect:/queue?nothing=true";
        };
    }

    /** A newcomer has read what stands here; remembered on this device. */
    @PostMapping("/queue/welcome")
    @Requires(Permission.SELF)
    String welcomed(HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(WELCOMED, "yes")
                .path("/")
                .maxAge(LIFE)
                .sameSite("Strict")
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:/queue";
    }

    private static String address(QueueFilter filter) {
        return new Wanted(filter.list(), filter.levels(), filter.language(), filter.governorate(), null)
                .address("/queue");
    }

    private void fill(CurrentStaff staff, Wanted wanted, Model model) {
        QueueFilter filter = wanted.filter();
        String after = wanted.after() == null ? "" : wanted.after();
        CaseNumber last = CaseNumber.read(after).orElse(null);
        QueueScreen.fill(model, cases.queue(staff, filter, last, ROWS), filter, readings.look(staff.id()));
        model.addAttribute("exposure", readings.of(staff.id()));
        String rows = wanted.address("/queue/rows");
        model.addAttribute("source", last == null ? rows : withLast(rows, last));
        model.addAttribute("address", wanted.address("/queue"));
    }

    private static String withLast(String address, CaseNumber last) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("after", last)
                .build()
                .toUriString();
    }
}
