package org.wasl.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleIT {
    private static final ConsoleNode NODE = ConsoleNode.start("wasl.officer.demonstration=true");

    @AfterAll
    static void stop() {
        NODE.close();
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInAndBack() {
        HttpResponse<String> answer = new Browser(NODE).get("/queue");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).endsWith("/sign-in?next=%2Fqueue");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 200, 403, 403",
        "supervisor, 200, 403, 200",
        "officer, 200, 403, 403",
        "administrator, 403, 200, 200"
    })
    void eachRoleReachesItsOwnPagesAndNoOther(String role, int queue, int staff, int audit) {
        Browser browser = new Browser(NODE).as(role);

        assertThat(browser.get("/queue").statusCode()).isEqualTo(queue);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(staff);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(audit);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }
}
