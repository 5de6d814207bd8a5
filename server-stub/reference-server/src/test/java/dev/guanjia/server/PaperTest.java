package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.paper.MachineFonts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Receipts and notices on paper, asked for over HTTP and read back. */
class PaperTest {

    private final Estate estate = Estate.priced(RunningServer.shared(), 1);

    @Test
    void aReceiptIsPrintedInTwoCopiesAndReadsAsWhatWasPaid() throws IOException {
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        String reference = ", \"external_reference\": \"%s\"".formatted(Registry.unique("42"));
        Reply receipt = receipt(estate.payment(0, "10250.05", "2024-06-03", reference));
        String preview = text(pdf("/receipts/" + receipt.text("/id") + "/pdf"));
        assertThat(preview).contains("预览 PREVIEW");
        print(receipt, "{}");
        byte[] file = pdf("/receipts/" + receipt.text("/id") + "/pdf");
        String text = text(file);
        assertThat(text)
                .contains("No. " + receipt.text("/number"), "第一联　存根联", "第二联　收据联")
                .contains("收　据", "物业服务费", "2024年05月", "214.80", "预收款", "10,027.97")
                .contains("人民币壹万零贰佰伍拾元零伍分", "¥10,250.05", "微信支付", "2024年06月03日")
                .contains("缴款人签字：", "收款人：", "本收据一式两联")
                .doesNotContain("副本", "预览", "作废", "〓");
        assertThat(file.length).isLessThan(200_000);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).startsWith("收据 No. A-");
            document.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(embedded(document, name)).isTrue());
        }
        keep(file, "receipt.pdf");
    }

    private static boolean embedded(PDDocument document, COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReprintIsACopyAndAVoidReceiptSaysSo() throws IOException {
        Reply receipt = receipt(estate.payment(0, "1.00", "2024-06-03", ""));
        print(receipt, "{}");
        Reply again = print(receipt, "{\"reason\": \"业主遗失\"}");
        String path = "/receipts/" + receipt.text("/id");
        byte[] copy = pdf(path + "/pdf");
        assertThat(text(copy)).contains("副本 COPY", "第2次打印").doesNotContain("作废");
        keep(copy, "copy.pdf");
        String page = html(path + "/html");
        assertThat(page).contains("副本 COPY", "壹元整", "<html lang=\"zh-CN\">", "收据");
        estate.as("ACCOUNTANT")
                .with("If-Match", again.header("ETag"))
                .post(path + "/voidings", "{\"reason\": \"房号<错>\"}")
                .expect(200);
        assertThat(text(pdf(path + "/pdf"))).contains("作废 VOID", "作废原因：房号<错>");
        assertThat(html(path + "/html")).contains("作废原因：房号&lt;错&gt;");
    }

    /** Who buys the flat later does not become the payer of what was paid before. */
    @Test
    void aReceiptNamesWhoPaidWhoeverOwnsTheUnitSince() {
        Reply receipt = receipt(estate.payment(0, "1.00", "2024-06-03", ""));
        String page = "/receipts/" + receipt.text("/id") + "/html";
        String before = html(page);
        Api assistant = estate.as("CS_ASSISTANT");
        String buyer = assistant.post("/owners", "{\"name\": \"端木磊\"}").expect(201).text("/id");
        String sale = "{\"from\": \"2024-07-01\", \"owner_id\": \"%s\"}".formatted(buyer);
        assistant.post("/units/" + estate.unit(0) + "/facts", sale).expect(201);
        assertThat(html(page)).isEqualTo(before).doesNotContain("端木磊");
        Reply later = receipt(estate.payment(0, "2.00", "2024-07-03", ""));
        assertThat(html("/receipts/" + later.text("/id") + "/html")).contains("端木磊");
    }

    @Test
    void aNoticeTellsWhatIsOpen() throws IOException {
        String path = "/units/" + estate.unit(0) + "/bill-notice";
        assertThat(html(path + "/html")).contains("没有未缴费用", "零元整");
        estate.bill("2024-05", "2024-05-29");
        estate.pay(0, "14.80", "2024-06-03").expect(201);
        byte[] file = pdf(path + "/pdf");
        assertThat(text(file))
                .contains("缴费通知单", "物业服务费", "2024年05月", "2024-05-28", "已逾期", "200.00")
                .contains("人民币贰佰元整");
        keep(file, "notice.pdf");
        estate.as("CASHIER")
                .get("/units/un_0000000000/bill-notice/pdf")
                .expectProblem(404, "not-found");
        estate.as("CASHIER").get("/receipts/rc_0000000000/pdf").expectProblem(404, "not-found");
    }

    /** The tenant pays the water, the owner the rest: each is told of what is theirs. */
    @Test
    void aNoticeNamesWhoPaysEachCharge() throws IOException {
        Api assistant = estate.as("CS_ASSISTANT");
        String unit = "/units/" + estate.unit(0);
        String tenant =
                assistant
                        .post(
                                "/occupants",
                                "{\"unit_id\": \"%s\", \"name\": \"闻人雪<租>\"}"
                                        .formatted(estate.unit(0)))
                        .expect(201)
                        .text("/id");
        assistant
                .post(
                        unit + "/payer-terms",
                        """
                        {"payer": {"kind": "OCCUPANT", "id": "%s"},
                         "fee_item": "SECONDARY_WATER", "from": "2024-01-01"}"""
                                .formatted(tenant))
                .expect(201);
        estate.read(1, "2024-05-25", "22");
        estate.bill("2024-05", "2024-05-29");
        String[] page = html(unit + "/bill-notice/html").split("闻人雪&lt;租&gt;");
        assertThat(page).hasSize(2);
        assertThat(page[0]).contains("缴费人", "张伟", "物业服务费", "214.80");
        assertThat(page[1])
                .contains("8.00", "捌元整", "张伟")
                .doesNotContain("物业服务费", "214.80", "222.80");
        byte[] file = pdf(unit + "/bill-notice/pdf");
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(document.getNumberOfPages());
            assertThat(second.getText(document)).contains("闻人雪<租>", "8.00");
        }
        assertThat(text(file)).contains("214.80", "8.00").doesNotContain("222.80", "〓");
        keep(file, "notices.pdf");
    }

    private Reply receipt(String payment) {
        String id = estate.as("CASHIER").post("/payments", payment).expect(201).text("/id");
        Reply list = estate.as("CASHIER").get("/receipts?payment_id=" + id).expect(200);
        return estate.as("CASHIER").get("/receipts/" + list.text("/items/0/id")).expect(200);
    }

    private Reply print(Reply receipt, String body) {
        String path = "/receipts/" + receipt.text("/id");
        String etag = estate.as("CASHIER").get(path).header("ETag");
        return estate.as("CASHIER").with("If-Match", etag).post(path + "/prints", body).expect(200);
    }

    private String html(String path) {
        Reply reply = estate.as("CASHIER").get(path).expect(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        return reply.body();
    }

    private byte[] pdf(String path) {
        MachineFonts.required();
        return estate.as("CASHIER").file(path, "application/pdf");
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Where people can look at them. */
    private static void keep(byte[] file, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name), file);
    }
}
