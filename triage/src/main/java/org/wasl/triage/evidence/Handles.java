package org.wasl.triage.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasl.triage.evidence.AccusedHandle.Kind;

/**
 * Reads accounts, links and numbers out of a few words, each in one form. Pure: the same words give the same handles on
 * every machine and in every locale.
 */
public final class Handles {

    private static final int LONGEST = 1_000;
    /** A page: after no sign that it is part of a longer name, and not going on as one. */
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\p{L}\\p{N}_@.-])"
            + "(?:(?i:(?:https?|fb|instagram|snapchat)://)?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*\\.)+\\p{L}{2,12}"
            + "(?![\\p{L}\\p{N}_@.-]*[\\p{L}\\p{N}_@-])(?:[/?#][^\\s,،;؛<>\"«»]*)?"
            + "|(?i:tg|whatsapp)://[^\\s,،;؛<>\"«»]+)");

    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern AT = Pattern.compile("@ ?([\\p{L}\\p{N}._-]{2,64})");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_.@/])\\+?[0-9](?:[ ().\\-]{0,3}[0-9]){6,16}(?![\\p{L}\\p{N}_])");
    private static final Pattern USER = Pattern.compile("[a-z0-9._-]{2,64}");
    private static final Pattern TELLING = Pattern.compile(".*[0-9_.-].*");
    /** Words people put before an account: they are no part of it. */
    private static final Set<String> LABELS = Set.of(
            "user",
            "username",
            "account",
            "insta",
            "instagram",
            "facebook",
            "fb",
            "telegram",
            "tele",
            "snap",
            "snapchat",
            "tiktok",
            "whatsapp",
            "اسم",
            "اسمه",
            "حساب",
            "حسابه",
            "الحساب",
            "يوزر",
            "يوزره",
            "رقم",
            "رقمه",
            "انستا",
            "فيس",
            "تلي",
            "سناب",
            "ناو",
            "ناوی",
            "ھەژمار",
            "هەژمار",
            "هەژماری",
            "ژمارە",
            "ژمارەی",
            "ناڤ",
            "ناڤێ",
            "هژمار",
            "هژمارا",
            "ژمارا");

    private Handles() {}

    /** What these words hold, in their order, at most {@link DigitalEvidence#MOST}; the platform is where they were said to be. */
    public static List<AccusedHandle> read(String words, Platform platform) {
        String text = clean(words);
        Set<AccusedHandle> found = new LinkedHashSet<>();
        text = taken(
                MAIL,
                text,
                (mail, to) -> handle(Kind.MAIL, Platform.OTHER, lower(mail)).ifPresent(to::add),
                found);
        text = taken(ADDRESS, text, (address, to) -> address(address, platform).ifPresent(to::add), found);
        text = taken(NUMBER, text, (number, to) -> phone(number, platform).ifPresent(to::add), found);
        Matcher at = AT.matcher(text);
        while (at.find()) {
            account(platform, at.group(1)).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            bare(text, platform, found);
        }
        return found.stream().limit(DigitalEvidence.MOST).toList();
    }

    /** One letter for what looks alike, no invisible ones, ASCII digits. The path of a link may need its capitals. */
    private static String clean(String words) {
        String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        String folded =
                Normalizer.normalize(cut, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\p{Mn}\\p{Cs}\\p{Co}ـ]", "");
        return Digits.ascii(folded)
                .replace('ي', 'ی')
                .replace('ى', 'ی')
                .replace('ك', 'ک')
                .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
                .strip();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Mn}", "");
    }

    private interface Taker {
        void take(String match, Set<AccusedHandle> found);
    }

    /** Hands every match over and answers the words without those that became handles. */
    private static String taken(Pattern pattern, String text, Taker taker, Set<AccusedHandle> found) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            int before = found.size();
            taker.take(matcher.group(), found);
            matcher.appendReplacement(rest, found.size() > before ? " " : Matcher.quoteReplacement(matcher.group()));
        }
        return matcher.appendTail(rest).toString();
    }

    private static Optional<AccusedHandle> address(String written, Platform platform) {
        return Address.of(written).flatMap(address -> address.handle(platform));
    }

    /**
     * A number as E.164. Iraqi ones may lack the country: 0770..., 770...; others need plus or 00, or to be called a number
     * by the platform.
     */
    static Optional<AccusedHandle> phone(String written, Platform platform) {
        boolean plus = written.startsWith("+");
        String digits = written.replaceAll("[^0-9]", "");
        if (digits.startsWith("00")) {
            plus = true;
            digits = digits.substring(2);
        }
        if (digits.matches("9640?7[3-9][0-9]{8}|9640?[1-6][0-9]{6,8}")) {
            return handle(Kind.PHONE, platform, "+964" + digits.replaceFirst("^9640?", ""));
        }
        if (!plus && digits.matches("0?7[3-9][0-9]{8}|0[1-6][0-9]{7,8}")) {
            return handle(Kind.PHONE, platform, "+964" + digits.replaceFirst("^0", ""));
        }
        boolean called = platform == Platform.PHONE || platform == Platform.WHATSAPP;
        if (plus || (called && digits.length() >= 11 && !digits.startsWith("0"))) {
            return handle(Kind.PHONE, platform, "+" + digits);
        }
        return Optional.empty();
    }

    /** A user name in its platform's one form. */
    static Optional<AccusedHandle> account(Platform platform, String name) {
        String form = lower(name).replaceAll("^[.]+|[.]+$", "");
        // Facebook takes user names with and without dots for the same.
        String known = platform == Platform.FACEBOOK && !form.matches("[0-9.]+") ? form.replace(".", "") : form;
        return handle(Kind.ACCOUNT, platform, known);
    }

    static Optional<AccusedHandle> handle(Kind kind, Platform platform, String form) {
        try {
            return Optional.of(new AccusedHandle(kind, platform, form));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Words without any mark: user names if they look like it, else the name that is shown. */
    private static void bare(String text, Platform platform, Set<AccusedHandle> found) {
        List<String> words = new ArrayList<>();
        for (String written : text.split("[ ,،;؛:|()\\[\\]<>\"«»]+")) {
            String word = lower(written).replaceAll("[^\\p{L}\\p{N}._'-]", "");
            if (!word.isEmpty() && !LABELS.contains(word)) {
                words.add(word);
            }
        }
        if (words.size() == 1 && USER.matcher(words.getFirst()).matches()) {
            account(platform, words.getFirst()).ifPresent(found::add);
            return;
        }
        words.stream()
                .filter(word ->
                        USER.matcher(word).matches() && TELLING.matcher(word).matches() && word.matches(".*[a-z].*"))
                .forEach(word -> account(platform, word).ifPresent(found::add));
        if (found.isEmpty() && !words.isEmpty()) {
            handle(Kind.NAME, platform, String.join(" ", words)).ifPresent(found::add);
        }
    }
}
