package org.wasl.triage.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasl.triage.evidence.AccusedHandle.Kind;

class HandlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0770 123 4567",
                "٠٧٧٠ ١٢٣ ٤٥٦٧",
                "۰۷۷۰-۱۲۳-۴۵۶۷",
                "7701234567",
                "+9647701234567",
                "00964 770 123 4567",
                "+964 (0) 770 123 4567",
                "9647701234567",
                "964 0770 123 4567",
                "رقمه \u200f٠٧٧٠١٢٣٤٥٦٧\u200f",
                "\u202a+964\u00a0770\u200b123\u20604567\u202c",
                "https://wa.me/9647701234567?text=hi",
                "wa.me/+9647701234567",
                "https://api.whatsapp.com/send?phone=9647701234567",
                "whatsapp://send?phone=%2B9647701234567",
                "https://t.me/+9647701234567",
            })
    void readsAnIraqiNumberInEveryForm(String words) {
        assertThat(Handles.read(words, Platform.WHATSAPP))
                .extracting(AccusedHandle::kind, AccusedHandle::normalised)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.PHONE, "+9647701234567"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSTAGRAM|@Bad_Boy.99",
                "INSTAGRAM|bad_boy.99",
                "INSTAGRAM|(@bad_boy.99)",
                "INSTAGRAM|BAD_BOY.99.",
                "INSTAGRAM|يوزره bad_boy.99",
                "INSTAGRAM|هەژماری @bad_boy.99",
                "INSTAGRAM|bad\u200b_boy\u200f.99",
                "INSTAGRAM|bad_boy.٩٩",
                "INSTAGRAM|ｂａｄ＿ｂｏｙ．99",
                "UNKNOWN|https://www.instagram.com/bad_boy.99/",
                "UNKNOWN|HTTPS://Instagram.COM/Bad_Boy.99?igsh=MWx1c2Vy",
                "TELEGRAM|instagram.com/bad_boy.99",
                "UNKNOWN|https://m.instagram.com/stories/bad_boy.99/123456",
                "UNKNOWN|https://instagram.com/_u/bad_boy.99",
                "UNKNOWN|ig.me/m/bad_boy.99",
                "UNKNOWN|هذا حسابه https://instagram.com/bad_boy.99، يهددني",
            })
    void readsAnInstagramAccountInEveryForm(Platform platform, String words) {
        assertThat(Handles.read(words, platform))
                .extracting(AccusedHandle::normalised)
                .containsExactly("bad_boy.99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.facebook.com/profile.php?id=100004567891234|FACEBOOK|100004567891234",
                "https://facebook.com/Bad.Man.77|FACEBOOK|badman77",
                "https://m.facebook.com/badman77?ref=xy|FACEBOOK|badman77",
                "m.me/bad.man77|FACEBOOK|badman77",
                "https://www.facebook.com/people/Some-Name/100004567891234/|FACEBOOK|100004567891234",
                "https://t.me/Bad_Man|TELEGRAM|bad_man",
                "t.me/s/bad_man|TELEGRAM|bad_man",
                "tg://resolve?domain=bad_man|TELEGRAM|bad_man",
                "telegram.me/bad_man/12|TELEGRAM|bad_man",
                "https://www.tiktok.com/@Bad.Man/video/7123|TIKTOK|bad.man",
                "https://www.snapchat.com/add/Bad-Man?share_id=x|SNAPCHAT|bad-man",
                "snapchat.com/@bad-man|SNAPCHAT|bad-man",
            })
    void readsTheAccountOutOfItsAddress(String words, Platform platform, String name) {
        assertThat(Handles.read(words, Platform.UNKNOWN))
                .containsExactly(new AccusedHandle(Kind.ACCOUNT, platform, name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://t.me/+AbCdEf12345|TELEGRAM|t.me/+AbCdEf12345",
                "https://t.me/joinchat/AbCd|TELEGRAM|t.me/joinchat/AbCd",
                "https://chat.whatsapp.com/AbCd123|WHATSAPP|chat.whatsapp.com/AbCd123",
                "https://vm.tiktok.com/ZMabC/|TIKTOK|vm.tiktok.com/ZMabC",
                "https://www.instagram.com/p/CxYz/|INSTAGRAM|instagram.com/p/CxYz",
                "https://www.facebook.com/groups/12345|FACEBOOK|facebook.com/groups/12345",
                "https://example.net/u/someone?who=me|OTHER|example.net/u/someone",
            })
    void keepsAnAddressThatIsNobodysAccountAsALink(String words, Platform platform, String link) {
        assertThat(Handles.read(words, Platform.UNKNOWN)).containsExactly(new AccusedHandle(Kind.LINK, platform, link));
    }

    @ParameterizedTest
    @CsvSource({
        "@Demo.Account_1, demo.account_1",
        "demo.account_1, demo.account_1",
        "his account is @demo_x.ali, demo_x.ali",
        "@ali.hassan, ali.hassan",
        "ali.hassan, ali.hassan"
    })
    void takesANameWithADotForAName(String words, String name) {
        assertThat(Handles.read(words, Platform.SNAPCHAT))
                .containsExactly(new AccusedHandle(Kind.ACCOUNT, Platform.SNAPCHAT, name));
    }

    @Test
    void readsSeveralInTheirOrderAndNoneTwice() {
        assertThat(Handles.read("@one_1 و @two_2 ورقمه 07701234567 و @ONE_1", Platform.TELEGRAM))
                .extracting(AccusedHandle::normalised)
                .containsExactly("+9647701234567", "one_1", "two_2");
    }

    @Test
    void takesTheNameThatIsShownWhereThereIsNothingElse() {
        assertThat(Handles.read("اسمه: أبو علي الموصلي 🔥", Platform.FACEBOOK))
                .containsExactly(new AccusedHandle(Kind.NAME, Platform.FACEBOOK, "أبو علی الموصلی"));
        assertThat(Handles.read("کەسێک بە ناوی دڵشاد", Platform.SNAPCHAT))
                .extracting(AccusedHandle::kind)
                .containsExactly(Kind.NAME);
    }

    @Test
    void readsNothingOutOfWordsThatHoldNoHandle() {
        assertThat(Handles.read("", Platform.INSTAGRAM)).isEmpty();
        assertThat(Handles.read("...", Platform.INSTAGRAM)).isEmpty();
        assertThat(Handles.read("ما اعرف شنو اسمه بس هو كل يوم يهددني ويكول راح يدز الصور لاهلي", Platform.INSTAGRAM))
                .isEmpty();
    }

    @Test
    void takesANumberOfAnotherCountryOnlyWhereItIsSaidToBeOne() {
        assertThat(Handles.read("+90 532 123 45 67", Platform.UNKNOWN))
                .extracting(AccusedHandle::normalised)
                .containsExactly("+905321234567");
        assertThat(Handles.read("905321234567", Platform.WHATSAPP))
                .extracting(AccusedHandle::normalised)
                .containsExactly("+905321234567");
        assertThat(Handles.read("يريد 500000 دينار", Platform.UNKNOWN))
                .noneMatch(handle -> handle.kind() == Kind.PHONE);
    }

    @Test
    void sameHandlesAreTheSamePersonForTheIndexAndNamesOfTwoPlatformsAreNot() {
        AccusedHandle whatsapp = new AccusedHandle(Kind.PHONE, Platform.WHATSAPP, "+9647701234567");
        AccusedHandle phone = new AccusedHandle(Kind.PHONE, Platform.PHONE, "+9647701234567");
        assertThat(whatsapp.identity()).isEqualTo(phone.identity());
        assertThat(new AccusedHandle(Kind.ACCOUNT, Platform.SNAPCHAT, "x1").identity())
                .isNotEqualTo(new AccusedHandle(Kind.ACCOUNT, Platform.TIKTOK, "x1").identity());
    }

    @Test
    void doesNotDependOnTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Handles.read("@INSTA_ILI", Platform.INSTAGRAM))
                    .extracting(AccusedHandle::normalised)
                    .containsExactly("insta_ili");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Whatever is typed: a handle in its form, or none; and reading a form again gives the same. */
    @Test
    void neverThrowsAndReadsItsOwnFormsUnchanged() {
        Random random = new Random(11);
        String letters = "@./:+-_?=&#%() aZ9٤۵\u200f\u200bلیي\uD83D😀é.comt.me";
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder words = new StringBuilder(
                    List.of("https://t.me/", "", "+9647", "0770").get(round % 4));
            if (round % 4 > 1) {
                words.append(random.nextInt(100_000_000, 999_999_999)).append(' ');
            }
            for (int at = random.nextInt(40); at > 0; at--) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            Platform platform = Platform.values()[random.nextInt(Platform.values().length)];
            List<AccusedHandle> handles = Handles.read(words.toString(), platform);
            assertThat(handles).hasSizeLessThanOrEqualTo(DigitalEvidence.MOST).doesNotHaveDuplicates();
            for (AccusedHandle handle : handles) {
                if (handle.kind() == Kind.PHONE) {
                    read++;
                    assertThat(Handles.read(handle.normalised(), platform))
                            .containsExactly(new AccusedHandle(Kind.PHONE, platform, handle.normalised()));
                }
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void isQuickWithLongWordsMadeToBeSlow() {
        for (String hostile :
                List.of("a-".repeat(500), "a.".repeat(500), "0 ".repeat(500), "@".repeat(1000), "/".repeat(1000))) {
            assertThat(Handles.read(hostile.repeat(20), Platform.UNKNOWN))
                    .hasSizeLessThanOrEqualTo(DigitalEvidence.MOST);
        }
    }

    @Test
    void refusesAFormThatIsNotOne() {
        assertThatThrownBy(() -> new AccusedHandle(Kind.PHONE, Platform.PHONE, "07701234567"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("handle: not in the form of PHONE");
        assertThatThrownBy(() -> new AccusedHandle(Kind.ACCOUNT, Platform.INSTAGRAM, "a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a b");
        assertThatThrownBy(() -> new AccusedHandle(Kind.LINK, Platform.OTHER, "x.com/" + "a".repeat(300)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNoHandle() {
        AccusedHandle handle = new AccusedHandle(Kind.ACCOUNT, Platform.TIKTOK, "secret_marker");
        assertThat(handle.toString()).doesNotContain("marker");
        assertThat(new DigitalEvidence(List.of(handle), new AskedAmount(500, AskedAmount.Currency.DOLLAR)).toString())
                .doesNotContain("marker")
                .doesNotContain("500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500$|500|DOLLAR",
                "٥٠٠ دولار|500|DOLLAR",
                "۵۰۰ دۆلار|500|DOLLAR",
                "500 الف|500000|UNKNOWN",
                "٥٠٠ ألف دينار|500000|DINAR",
                "پێنج سەد، 500 هەزار دینار|500000|DINAR",
                "500 هزار دینار|500000|DINAR",
                "1,000,000|1000000|UNKNOWN",
                "1.000.000 دینار|1000000|DINAR",
                "١٬٠٠٠٬٠٠٠ د|1000000|UNKNOWN",
                "2 مليون|2000000|UNKNOWN",
                "1.5 مليون دينار عراقي|1500000|DINAR",
                "يريد 300 دولار لو راح ينشر|300|DOLLAR",
                "250|250|UNKNOWN",
            })
    void readsASumInThreeScripts(String words, long value, AskedAmount.Currency currency) {
        assertThat(AskedAmount.read(words)).contains(new AskedAmount(value, currency));
    }

    @Test
    void readsNoSumWhereThereIsNone() {
        assertThat(AskedAmount.read("هواي فلوس")).isEmpty();
        assertThat(AskedAmount.read("0")).isEmpty();
        assertThat(AskedAmount.read("9".repeat(40))).isEmpty();
    }
}
