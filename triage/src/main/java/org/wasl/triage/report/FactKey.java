package org.wasl.triage.report;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts a report can hold. Each is a truth value; some carry a closed detail beside it (when it was, what was
 * demanded), and a few carry a number (hours, an age).
 */
public enum FactKey {
    SAFE_TO_WRITE("safeToWrite"),
    ABUSER_READS_PHONE("abuserReadsPhone"),
    DANGER_NOW("dangerNow"),
    DURESS("duress"),
    ABUSER_PRESENT("abuserPresent"),
    CANNOT_LEAVE("cannotLeave"),
    INJURY_SEVERE("injurySevere"),
    STRANGLED("strangled", "now", "72h", "older"),
    WEAPON_USED_OR_SHOWN("weaponUsedOrShown", "now", "24h", "older"),
    WEAPON_THREAT("weaponThreat"),
    WEAPON_ACCESS("weaponAccess"),
    THREAT_TO_KILL("threatToKill", "today", "older"),
    BELIEVES_MIGHT_BE_KILLED("believesMightBeKilled"),
    ESCALATING("escalating"),
    LAST_INCIDENT("lastIncident", "now", "today", "week", "month", "older"),
    SEPARATION("separation", "planned", "recent", "no"),
    JEALOUS_CONTROL("jealousControl"),
    STALKING("stalking", "24h", "30d", "older", "ongoing"),
    PHYSICAL("physical", "24h", "30d", "older", "ongoing"),
    SEXUAL_VIOLENCE("sexualViolence", "72h", "120h", "older", "ongoing"),
    ABUSER_HAS_ACCESS("abuserHasAccess"),
    PREGNANT("pregnant"),
    BLEEDING_OR_PAIN("bleedingOrPain"),
    CONFINED("confined"),
    DOCS_OR_PHONE_TAKEN("docsOrPhoneTaken"),
    HONOUR_THREAT("honourThreat"),
    FAMILY_KNOWS("familyKnows"),
    FAMILY_SEARCHING("familySearching"),
    LOCATION_KNOWN("locationKnown"),
    FORCED_MARRIAGE("forcedMarriage"),
    /** Hours until the ceremony or the journey. */
    MARRIAGE_EVENT("marriageEvent"),
    SUICIDAL_THOUGHTS("suicidalThoughts"),
    SUICIDAL_INTENT_OR_PLAN("suicidalIntentOrPlan"),
    ATTEMPT_TODAY("attemptToday"),
    AGE_BAND("ageBand", "<9", "9-14", "15-17", "18-24", "25-39", "40-59", "60+"),
    MINOR("minor"),
    SEX_OF_AFFECTED("sexOfAffected", "woman", "man"),
    REPORTER_IS_AFFECTED("reporterIsAffected"),
    FOR_WHOM("forWhom", "self", "child", "other", "searcher"),
    CHILDREN_IN_HOME("childrenInHome"),
    CHILD_UNATTENDED_OR_IN_HOME("childUnattendedOrInHome"),
    /** A demand backed by private or fabricated material. */
    BLACKMAIL("blackmail"),
    /** Hours until publication. */
    PUBLISH_DEADLINE("publishDeadline"),
    PUBLISHED("published"),
    DEMAND("demand", "money", "images", "meet", "sex", "info", "none"),
    BLACKMAILER_KNOWS_FAMILY("blackmailerKnowsFamily"),
    PAID("paid"),
    /** Hours until the meeting. */
    MEETING_BLACKMAILER("meetingBlackmailer"),
    TRAFFICKING_INDICATORS("traffickingIndicators"),
    /** Hours until the person is moved. */
    MOVED("moved"),
    HOMELESS_TONIGHT("homelessTonight"),
    FLED_VIOLENCE("fledViolence"),
    ABUSER_IN_SECURITY_FORCES("abuserInSecurityForces"),
    DISABILITY_OR_DEPENDENCY("disabilityOrDependency"),
    SUPPORT_BARRIERS("supportBarriers", "noPhone", "noTransport", "remote", "language"),
    REPEAT_REPORT("repeatReport"),
    REPEAT_ACCUSED("repeatAccused"),
    WORSE_NOW("worseNow"),
    INCRIMINATING_CONTEXT("incriminatingContext"),
    TRIBAL("tribal"),
    LOST_CONTACT("lostContact"),
    PARTNER_UNEMPLOYED("partnerUnemployed"),
    ABUSER_SUICIDE_THREAT("abuserSuicideThreat"),
    CHILD_NOT_HIS("childNotHis"),
    FEARED_HARM_TO_MISSING("fearedHarmToMissing"),
    CONTACT_WINDOW_CHOSEN("contactWindowChosen"),
    GOVERNORATE("governorate"),
    PREFERRED_OFFICER("preferredOfficer", "woman", "man", "any"),
    WANTS("wants", "come", "write", "unsure"),
    CATEGORY_CHOSEN("categoryChosen"),
    /** What the one who does it is to the person: kinship or place, never a name. */
    RELATION(
            "relation",
            "partner",
            "father",
            "brother",
            "family",
            "inlaw",
            "child",
            "parent",
            "school",
            "work",
            "known",
            "group",
            "stranger"),
    SAFE_PERSON("safePerson"),
    NEGLECTED("neglected"),
    ONLINE_HARM("onlineHarm", "hacked", "impersonation", "insult", "watching"),
    ACCOUNT_LOST("accountLost"),
    /** Where the one who threatens writes from. */
    PLATFORM("platform", "instagram", "facebook", "telegram", "whatsapp", "snapchat", "tiktok", "phone", "other"),
    /** Within a matter that has kinds: drugs, questions, talks, complaints. */
    TOPIC("topic", "addiction", "dealing", "area", "question", "session", "police", "opinion"),
    ASKS_FOR("asksFor", "medical", "report", "stop", "advice"),
    CSAM_SUSPECT("csamSuspect"),
    /** What the classifier makes of the whole text. Only it states this; there is no question for it. */
    READS_LIKE("readsLike", "danger", "harm");

    private static final Map<String, FactKey> BY_WIRE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(FactKey::wire, Function.identity()));

    private final String wire;
    private final Set<String> details;

    FactKey(String wire, String... details) {
        this.wire = wire;
        this.details = Set.of(details);
    }

    /** The name in JSON, in rule files and in flows. */
    public String wire() {
        return wire;
    }

    /** The closed list of details this fact may carry; empty where it carries none or an open code (a governorate). */
    public Set<String> details() {
        return details;
    }

    /** Reads the name. Throws for anything else. */
    public static FactKey ofWire(String wire) {
        FactKey key = BY_WIRE.get(wire);
        if (key == null) {
            throw new IllegalArgumentException("fact: unknown name (expected one of the fact dictionary)");
        }
        return key;
    }
}
