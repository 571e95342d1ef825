package org.wasl.admin.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.web.ConsoleLanguage;
import org.wasl.admin.web.Problem;
import org.wasl.admin.web.ProblemException;

/** The counts as a person reads them. */
@Controller
final class StatisticsPages {
    private final StatisticsDesk desk;
    private final ReportFiles files;
    private final StaffDirectory directory;

    StatisticsPages(StatisticsDesk desk, ReportFiles files, StaffDirectory directory) {
        this.desk = desk;
        this.files = files;
        this.directory = directory;
    }

    /** One cross somebody may choose. */
    record Choice(String value, String name) {}

    @GetMapping("/statistics")
    @Requires(Permission.STATISTICS_READ)
    String overview(CurrentStaff staff, Locale locale, Model model) {
        Words words = words(locale);
        RunningCounts running = desk.running(staff);
        model.addAttribute("periods", desk.periods(staff));
        model.addAttribute("running", running);
        model.addAttribute(
                "runningTitle",
                words.say("statistics.running", words.apart(running.quarter().toString())));
        model.addAttribute(
                "charts",
                running.tables().stream()
                        .map(table -> Chart.running(table, words))
                        .toList());
        model.addAttribute("tiles", tiles(running.tables(), words));
        model.addAttribute("rebuilt", desk.rebuilt(staff));
        model.addAttribute("mayRebuild", staff.may(Permission.AUDIT_VERIFY));
        model.addAttribute("mayLog", staff.may(Permission.AUDIT_READ));
        return "statistics/overview";
    }

    @GetMapping("/statistics/{period}")
    @Requires(Permission.STATISTICS_READ)
    String report(CurrentStaff staff, @PathVariable String period, Locale locale, Model model) {
        Told told = desk.read(staff, period).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Words words = words(locale);
        List<Chart> charts = new ArrayList<>();
        for (Section section : Section.of(told)) {
            FigureTable table = section.table(told);
            charts.add(Chart.of(section.id(), words.say(section.title()), table, words, told.threshold()));
            if (section.rows() == Dimension.GOVERNORATE) {
                model.addAttribute("tiles", TileMap.of(table, words));
            }
        }
        model.addAttribute("document", ReportDocument.of(told, desk.indicators(told), words));
        model.addAttribute("period", told.period());
        model.addAttribute("title", words.say("statistics.report.title", words.apart(told.period())));
        model.addAttribute("charts", charts);
        model.addAttribute("formats", ReportFiles.Format.names());
        model.addAttribute("choices", choices(words));
        return "statistics/report";
    }

    @GetMapping("/statistics/{period}/table")
    @Requires(Permission.STATISTICS_READ)
    String table(CurrentStaff staff, @PathVariable String period, @RequestParam String by, Locale locale, Model model) {
        String[] asked = by.split(":", 2);
        Population population = ReportFiles.of(Population.class, asked[0]);
        List<Dimension> dimensions = StatisticsDesk.dimensions(List.of(asked.length < 2 ? "" : asked[1]).stream()
                        .flatMap(names -> List.of(names.split(",")).stream())
                        .toList())
                .orElseThrow(() -> new ProblemException(Problem.UNREADABLE));
        Words words = words(locale);
        switch (desk.cells(staff, period, population, dimensions)) {
            case Answer.NotReleased _ -> throw new ProblemException(Problem.NOT_FOUND);
            case Answer.NotCrossed _ -> throw new ProblemException(Problem.NOT_ALLOWED);
            case Answer.Cells cells -> {
                model.addAttribute("period", cells.period());
                model.addAttribute("chosen", by);
                model.addAttribute("choices", choices(words));
                model.addAttribute("name", name(population, dimensions, words));
                model.addAttribute(
                        "headers", dimensions.stream().map(words::dimension).toList());
                model.addAttribute("rows", rows(cells, words));
            }
        }
        return "statistics/table";
    }

    @GetMapping("/statistics/{period}/file")
    @Requires(Permission.STATISTICS_READ)
    ResponseEntity<byte[]> file(
            CurrentStaff staff, @PathVariable String period, @RequestParam String format, Locale locale) {
        return files.answer(staff, period, format, language(locale));
    }

    @GetMapping("/statistics/queries")
    @Requires(Permission.AUDIT_READ)
    String queries(CurrentStaff staff, @RequestParam(required = false) @Nullable String day, Model model) {
        LocalDate shown = day == null ? desk.today() : day(day);
        List<Query> queries = desk.queries(staff, shown);
        Map<String, String> names = queries.stream()
                .map(query -> query.by())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id.value(),
                        id -> directory
                                .find(id)
                                .map(member -> member.displayName())
                                .orElse(id.value())));
        model.addAttribute("day", shown);
        model.addAttribute("today", desk.today());
        model.addAttribute("queries", queries);
        model.addAttribute("names", names);
        return "statistics/queries";
    }

    @PostMapping("/statistics/rebuild")
    @Requires({Permission.STATISTICS_READ, Permission.AUDIT_VERIFY})
    String rebuild(CurrentStaff staff) {
        desk.rebuild(staff);
        return "redirect:/statistics";
    }

    private static List<TileMap.Tile> tiles(List<FigureTable> tables, Words words) {
        return tables.stream()
                .filter(table -> table.first() == Dimension.GOVERNORATE)
                .findFirst()
                .map(table -> TileMap.of(table, words))
                .orElseThrow();
    }

    private static List<List<String>> rows(Answer.Cells cells, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.CellFigure cell : cells.cells()) {
            if (cell.figure().told() && cell.figure().value() == 0) {
                continue;
            }
            List<String> row = new ArrayList<>();
            for (int index = 0; index < cells.by().size(); index++) {
                row.add(words.value(cells.by().get(index), cell.at().get(index)));
            }
            row.add(cell.figure().text());
            rows.add(row);
        }
        return rows;
    }

    private static List<Choice> choices(Words words) {
        List<Choice> choices = new ArrayList<>();
        for (Population population : Population.values()) {
            population.tables().forEach(table -> {
                List<Dimension> by = table.stream().sorted().toList();
                choices.add(new Choice(
                        population + ":" + by.stream().map(Enum::name).collect(Collectors.joining(",")),
                        name(population, by, words)));
            });
        }
        return choices;
    }

    private static String name(Population population, List<Dimension> by, Words words) {
        return words.population(population) + ": "
                + by.stream().map(words::dimension).collect(Collectors.joining(" × "));
    }

    private Words words(Locale locale) {
        return files.words(language(locale));
    }

    private static ConsoleLanguage language(Locale locale) {
        return ConsoleLanguage.of(locale.getLanguage()).orElse(ConsoleLanguage.ARABIC);
    }

    private static LocalDate day(String sent) {
        try {
            return LocalDate.parse(sent);
        } catch (DateTimeParseException nonsense) {
            throw new ProblemException(Problem.UNREADABLE);
        }
    }
}
