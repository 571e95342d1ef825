package org.wasl.triage.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasl.triage.evidence.AccusedHandle.Kind;

/**
 * A web address, cleaned already, and whose account page it is. The forms are those the services themselves hand out;
 * what is none of them stays a link.
 *
 * @param parts path without empty parts
 * @param query after the question mark; empty where there is none
 */
record Address(String host, List<String> parts, String query) {

    private static final Map<String, Platform> HOSTS = Map.ofEntries(
            Map.entry("instagram.com", Platform.INSTAGRAM),
            Map.entry("instagr.am", Platform.INSTAGRAM),
            Map.entry("ig.me", Platform.INSTAGRAM),
            Map.entry("facebook.com", Platform.FACEBOOK),
            Map.entry("fb.com", Platform.FACEBOOK),
            Map.entry("fb.me", Platform.FACEBOOK),
            Map.entry("m.me", Platform.FACEBOOK),
            Map.entry("messenger.com", Platform.FACEBOOK),
            Map.entry("t.me", Platform.TELEGRAM),
            Map.entry("telegram.me", Platform.TELEGRAM),
            Map.entry("telegram.dog", Platform.TELEGRAM),
            Map.entry("wa.me", Platform.WHATSAPP),
            Map.entry("whatsapp.com", Platform.WHATSAPP),
            Map.entry("snapchat.com", Platform.SNAPCHAT),
            Map.entry("tiktok.com", Platform.TIKTOK));

    /** First parts of a path under which no account stands. */
    private static final Set<String> NO_ACCOUNT = Set.of(
            "p",
            "reel",
            "reels",
            "tv",
            "explore",
            "accounts",
            "direct",
            "share",
            "sharer",
            "groups",
            "events",
            "watch",
            "story.php",
            "photo",
            "photo.php",
            "permalink.php",
            "login",
            "pages",
            "joinchat",
            "c",
            "addstickers",
            "proxy",
            "spotlight",
            "discover",
            "tag",
            "music",
            "video",
            "message",
            "send",
            "qr",
            "channel",
            "login.php",
            "hashtag");

    /** Parts that stand before the account. */
    private static final Set<String> BEFORE = Set.of("stories", "_u", "add", "s", "t", "m", "messages");

    static Optional<Address> of(String written) {
        String text = written.replaceFirst("[.!?]+$", "");
        if (text.matches("(?i)(?:tg|whatsapp)://.*")) {
            text = (Handles.lower(text).startsWith("tg") ? "t.me/" : "wa.me/") + text.substring(text.indexOf("//") + 2);
        }
        text = text.replaceFirst("^[A-Za-z]+://", "").split("#", 2)[0];
        String[] asked = text.split("\\?", 2);
        List<String> parts = Arrays.stream(asked[0].split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String host = Handles.lower(parts.getFirst())
                .replaceFirst("^(www|m|mobile|web|l|lm|ar-ar|mbasic|touch)\\.(?=.*\\.)", "");
        return Optional.of(new Address(host, parts.subList(1, parts.size()), asked.length > 1 ? asked[1] : ""));
    }

    Optional<AccusedHandle> handle(Platform said) {
        Platform platform = HOSTS.get(host.replaceFirst("^(?:chat|api|business|vm|vt|story|call)\\.", ""));
        if (platform == null) {
            // A word with a dot may be a user name: only a path or a plain web host makes it a page.
            return parts.isEmpty() && query.isEmpty() && !host.matches(".*\\.(com|net|org|iq|info|me|io|tv)")
                    ? Handles.account(said, host)
                    : link(Platform.OTHER);
        }
        return number(platform)
                .or(() -> user().flatMap(name -> Handles.account(platform, name)))
                .or(() -> link(platform));
    }

    private Optional<AccusedHandle> number(Platform platform) {
        if (platform == Platform.WHATSAPP || platform == Platform.TELEGRAM) {
            String asked = parameter("phone");
            String written = !asked.isEmpty() ? asked : parts.isEmpty() ? "" : parts.getLast();
            if (written.matches("\\+?[0-9]{10,15}")) {
                return Handles.phone("+" + written.replace("+", ""), platform);
            }
        }
        return Optional.empty();
    }

    private Optional<String> user() {
        String id = parameter("id").isEmpty() ? parameter("domain") : parameter("id");
        if (!id.isEmpty()) {
            return Optional.of(id);
        }
        if (host.matches("(?:chat|vm|vt)\\..*") || parts.isEmpty()) {
            return Optional.empty();
        }
        if (parts.getFirst().equalsIgnoreCase("people") && parts.size() > 2) {
            return Optional.of(parts.get(2));
        }
        int at = BEFORE.contains(Handles.lower(parts.getFirst())) && parts.size() > 1 ? 1 : 0;
        String name = parts.get(at).replaceFirst("^@", "");
        boolean nobody = NO_ACCOUNT.contains(Handles.lower(parts.getFirst()))
                || name.startsWith("+")
                || name.equals("profile.php");
        return nobody ? Optional.empty() : Optional.of(name);
    }

    private String parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1).replaceFirst("(?i)%2b", "+"))
                .findFirst()
                .orElse("");
    }

    /** Host and path; of the query only what names a page, since the rest tells who shared it. */
    private Optional<AccusedHandle> link(Platform platform) {
        String path = parts.stream().collect(Collectors.joining("/"));
        String form = path.isEmpty() ? host : host + "/" + path;
        return Handles.handle(Kind.LINK, platform, form.length() > 150 ? form.substring(0, 150) : form);
    }

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
