package org.wasl.config.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wasl.config.architecture.BothWays.Way;

class BothWaysTest {
    private static final String DESK = "org.wasl.admin";
    private static final String CANARY = "org.wasl.config.architecture.canary.admin.oneway";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(DESK);

    /** What goes one way alone, and why that is meant. */
    private static final Map<String, OneWay> MEANT = Map.ofEntries(
            Map.entry("AttachmentDesk.look", route("the page of the case shows the picture from the route itself")),
            Map.entry("AttachmentDesk.open", route("the page of the case plays the recording from the route itself")),
            Map.entry("ReceiptDesk.ask", route("the page makes the key, so its script asks by the route")),
            Map.entry("ReceiptDesk.collect", route("the page holds the key, so its script fetches by the route")),
            Map.entry(
                    "ChainDesk.verify", route("the page of the audit reads the same chains on its own, and as a list")),
            Map.entry("SessionDesk.own", route("the page of the account lists them from the store itself")),
            Map.entry("SessionDesk.end", route("the page of the account ends them in the store itself")),
            Map.entry("TokenDesk.of", route("whoever keeps accounts ends a colleague's tokens with the account")),
            Map.entry("GrantDesk.alone", page("says on the page that nobody else is there who could agree")),
            Map.entry("ReplyDesk.mayAnswer", page("whether the page shows a box to write in; the act asks again")),
            Map.entry("ReplyDesk.keepSpeaking", page("a page that stays open; a program says take-over again")),
            Map.entry("MyWorkDesk.alarms", neither("a count on every page, put there for all of them at once")),
            Map.entry("MeetingDecisions.decided", neither("behind the meeting's own desk, which both ways lead to")));

    /** @param ways by which it is reached */
    private record OneWay(Set<Way> ways, String because) {}

    private static OneWay page(String because) {
        return new OneWay(Set.of(Way.PAGE), because);
    }

    private static OneWay route(String because) {
        return new OneWay(Set.of(Way.ROUTE), because);
    }

    private static OneWay neither(String because) {
        return new OneWay(Set.of(), because);
    }

    @Test
    void whatOneWayLeadsToTheOtherDoesToo() {
        Map<String, Set<Way>> reached = new BothWays(CLASSES, DESK).reached();
        Map<String, Set<Way>> oneSided = new TreeMap<>(reached);
        oneSided.values().removeIf(ways -> ways.size() == Way.values().length);
        Map<String, Set<Way>> meant = new TreeMap<>();
        MEANT.forEach((method, one) -> meant.put(method, one.ways()));

        assertThat(oneSided).isEqualTo(meant);
        assertThat(reached).hasSizeGreaterThan(130);
    }

    @Test
    void eachExceptionSaysWhy() {
        assertThat(MEANT.values()).allSatisfy(one -> assertThat(one.because()).hasSizeGreaterThan(20));
    }

    @Test
    void aDeskThatOnlyAPageOrOnlyARouteLeadsToIsFound() {
        Map<String, Set<Way>> reached = new BothWays(new ClassFileImporter().importPackages(CANARY), CANARY).reached();

        assertThat(reached)
                .isEqualTo(Map.of(
                        "PlantedDesk.both", Set.of(Way.PAGE, Way.ROUTE),
                        "PlantedDesk.pageAlone", Set.of(Way.PAGE),
                        "PlantedDesk.routeAlone", Set.of(Way.ROUTE),
                        "PlantedDesk.nobody", Set.of()));
    }
}
