package org.wasl.bot.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Centres of districts, from which a place sent by a phone is guessed. A guess it stays: near a border the nearest
 * centre is often on the other side of it, so every governorate that may be meant is offered and the person is asked.
 */
final class Towns {

    /** Further from every centre than this is not in the country, or says nothing. */
    private static final double FURTHEST_KM = 150;

    /** A centre that is not so much further than the nearest one may be meant just as well. */
    private static final double DOUBT = 1.7;

    private static final double DOUBT_KM = 12;
    private static final int MOST = 3;
    private static final double KM_OF_A_DEGREE = 111.2;

    /** One centre; the names are for the team. */
    record Town(String governorate, String english, String arabic, double north, double east) {

        double km(double latitude, double longitude) {
            double up = (latitude - north) * KM_OF_A_DEGREE;
            double over = (longitude - east) * KM_OF_A_DEGREE * Math.cos(Math.toRadians(north));
            return Math.hypot(up, over);
        }
    }

    private final List<Town> all;

    private Towns(List<Town> all) {
        this.all = all;
    }

    static Towns read(DataFile file, Places places) {
        List<Town> all = new ArrayList<>();
        for (DataFile part : file.parts("towns")) {
            String governorate = part.text("key");
            if (places.byKey(governorate).isEmpty()) {
                part.problem("governorate not known: " + governorate);
            }
            all.add(new Town(
                    governorate, part.text("en"), part.text("ar"), degrees(part, "north"), degrees(part, "east")));
            part.nothingElse();
        }
        file.nothingElse();
        for (Places.Place place : places.all()) {
            if (all.stream().noneMatch(town -> town.governorate().equals(place.key()))) {
                file.problem("no town in " + place.key());
            }
        }
        return new Towns(List.copyOf(all));
    }

    private static double degrees(DataFile part, String key) {
        String written = part.text(key);
        if (!written.matches("[0-9]{2}\\.[0-9]{1,2}")) {
            part.problem(key + " is not in degrees");
            return 0;
        }
        return Double.parseDouble(written);
    }

    /** The nearest centres, one for each governorate that may be meant, the nearest first; empty far from all. */
    List<Town> near(double latitude, double longitude) {
        if (!Double.isFinite(latitude) || !Double.isFinite(longitude)) {
            return List.of();
        }
        List<Town> byDistance = all.stream()
                .sorted(Comparator.comparingDouble(town -> town.km(latitude, longitude)))
                .toList();
        double nearest = byDistance.getFirst().km(latitude, longitude);
        List<Town> meant = new ArrayList<>();
        for (Town town : byDistance) {
            boolean may = town.km(latitude, longitude) <= nearest * DOUBT + DOUBT_KM;
            boolean another = meant.stream().noneMatch(one -> one.governorate().equals(town.governorate()));
            if (nearest <= FURTHEST_KM && may && another && meant.size() < MOST) {
                meant.add(town);
            }
        }
        return meant;
    }
}
