package org.wasl.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Gender;
import org.wasl.admin.officer.Role;
import org.wasl.admin.officer.Scope;
import org.wasl.admin.officer.StaffDirectory;
import org.wasl.admin.officer.StaffId;
import org.wasl.admin.officer.StaffMember;
import org.wasl.triage.intake.Capsule;
import org.wasl.triage.seal.Bytes;

/** Who works here, as a test says. */
public final class Staffing implements StaffDirectory {
    public static final StaffId LAYLA = new StaffId("a".repeat(32));
    public static final StaffId DARA = new StaffId("b".repeat(32));
    public static final StaffId SALMA = new StaffId("c".repeat(32));
    public static final StaffId HIWA = new StaffId("d".repeat(32));
    public static final StaffId NIDAL = new StaffId("e".repeat(32));
    public static final StaffId RAWA = new StaffId("f".repeat(32));
    public static final StaffId JALAL = new StaffId("1".repeat(32));

    private final Map<StaffId, StaffMember> members = new LinkedHashMap<>();
    private final Map<StaffId, OfficerLink> links = new LinkedHashMap<>();
    private final Map<String, StaffId> codes = new LinkedHashMap<>();
    private final Map<StaffId, Instant> since = new LinkedHashMap<>();
    private List<StaffId> onCall = List.of();

    public Staffing() {
        add(LAYLA, "Layla (demonstration)", Role.OPERATOR, "ar");
        add(DARA, "Dara (demonstration)", Role.OPERATOR, "ckb");
        add(SALMA, "Salma (demonstration)", Role.SUPERVISOR, "ar", "ckb", "kmr");
        add(HIWA, "Hiwa (demonstration)", Role.OFFICER, "ckb", "ar");
        add(NIDAL, "Nidal (demonstration)", Role.SUPERVISOR, "ar");
        add(RAWA, "Rawa (demonstration)", Role.COORDINATOR, "ar");
        add(JALAL, "Jalal (demonstration)", Role.DUTY_OFFICER, "ar");
    }

    public Staffing onDuty(StaffId... ids) {
        for (StaffId id : ids) {
            put(id, true);
        }
        return this;
    }

    public Staffing offDuty(StaffId id) {
        put(id, false);
        return this;
    }

    public Staffing linked(StaffId id) {
        links.put(id, new OfficerLink(linkOfName(id), new Capsule(Bytes.ofUtf8("capsule of an officer"))));
        put(id, members.get(id).onDuty());
        return this;
    }

    /** Says who is on call for the directorate. */
    public Staffing onCall(StaffId... ids) {
        onCall = List.of(ids);
        return this;
    }

    /** Checks in at a time of the test's, under an account that is not the demonstration's. */
    public Staffing checkedIn(StaffId id, Instant when) {
        StaffMember old = members.get(id);
        members.put(
                id,
                new StaffMember(id, old.displayName(), old.role(), old.scope(), true, links.containsKey(id), false));
        since.put(id, when);
        return this;
    }

    /** Gives somebody another part of the work. */
    public Staffing scoped(StaffId id, Scope scope) {
        StaffMember old = members.get(id);
        members.put(
                id,
                new StaffMember(
                        id, old.displayName(), old.role(), scope, old.onDuty(), old.linked(), old.demonstration()));
        return this;
    }

    /** Gives somebody another role. */
    public Staffing as(StaffId id, Role role) {
        StaffMember old = members.get(id);
        members.put(
                id,
                new StaffMember(
                        id, old.displayName(), role, old.scope(), old.onDuty(), old.linked(), old.demonstration()));
        return this;
    }

    public void expectCode(String code, StaffId id) {
        codes.put(code, id);
    }

    public CurrentStaff as(StaffId id) {
        StaffMember member = members.get(id);
        return new CurrentStaff(id, member.displayName(), member.role(), member.scope(), true);
    }

    public static String linkOfName(StaffId id) {
        return id.value().replace(id.value().charAt(0), '9').substring(1)
                + id.value().charAt(0);
    }

    @Override
    public List<StaffMember> onDuty() {
        List<StaffMember> present = new ArrayList<>(members.values());
        present.removeIf(member -> !member.onDuty());
        return present;
    }

    @Override
    public List<StaffMember> onCall() {
        return onCall.stream().map(members::get).toList();
    }

    @Override
    public Optional<Instant> onDutySince(StaffId id) {
        return Optional.ofNullable(since.get(id)).filter(then -> members.get(id).onDuty());
    }

    @Override
    public List<StaffMember> all() {
        return List.copyOf(members.values());
    }

    /** Gives somebody another name. */
    public Staffing called(StaffId id, String name) {
        StaffMember old = members.get(id);
        members.put(
                id,
                new StaffMember(id, name, old.role(), old.scope(), old.onDuty(), old.linked(), old.demonstration()));
        return this;
    }

    @Override
    public Optional<StaffMember> find(StaffId id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public Optional<OfficerLink> linkOf(StaffId id) {
        return Optional.ofNullable(links.get(id));
    }

    @Override
    public Optional<StaffId> linkedTo(String officerLink) {
        return links.entrySet().stream()
                .filter(entry -> entry.getValue().officerLink().equals(officerLink))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public boolean link(String linkCode, String officerLink, Capsule capsule) {
        StaffId id = codes.remove(linkCode);
        if (id == null) {
            return false;
        }
        links.put(id, new OfficerLink(officerLink, capsule));
        return true;
    }

    @Override
    public boolean aRealPersonHasSignedIn() {
        return false;
    }

    private void add(StaffId id, String name, Role role, String... languages) {
        Scope scope = Scope.everywhere(languages).of(Gender.WOMAN);
        members.put(id, new StaffMember(id, name, role, scope, false, false, true));
    }

    private void put(StaffId id, boolean onDuty) {
        StaffMember old = members.get(id);
        members.put(
                id,
                new StaffMember(
                        id,
                        old.displayName(),
                        old.role(),
                        old.scope(),
                        onDuty,
                        links.containsKey(id),
                        old.demonstration()));
    }
}
