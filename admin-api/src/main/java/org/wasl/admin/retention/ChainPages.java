package org.wasl.admin.retention;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.wasl.admin.audit.ChainHead;
import org.wasl.admin.audit.Verification;
import org.wasl.admin.officer.CurrentStaff;
import org.wasl.admin.officer.Permission;
import org.wasl.admin.officer.Requires;

/** The heads of the audit chains as a card to be printed and as a file, and the chains to verify elsewhere. */
@Controller
final class ChainPages {
    private final ChainDesk desk;

    ChainPages(ChainDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/audit/heads")
    @Requires(Permission.AUDIT_VERIFY)
    String card(CurrentStaff staff, Model model) {
        Verification read = desk.heads(staff);
        model.addAttribute("read", read);
        model.addAttribute("lines", lines(read));
        model.addAttribute("exports", staff.may(Permission.AUDIT_READ));
        return "retention/heads";
    }

    @GetMapping("/audit/heads/file")
    @Requires(Permission.AUDIT_VERIFY)
    ResponseEntity<byte[]> file(CurrentStaff staff) {
        Verification read = desk.heads(staff);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("audit-heads.txt"))
                .body(HeadsFile.lines(read).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/audit/export")
    @Requires(Permission.AUDIT_READ)
    void export(CurrentStaff staff, HttpServletResponse response) throws IOException {
        ChainController.write(desk, staff, response);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static String lines(Verification read) {
        return read.heads().stream().map(ChainHead::value).collect(Collectors.joining("\n"));
    }
}
