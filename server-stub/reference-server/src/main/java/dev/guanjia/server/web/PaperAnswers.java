package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.application.BillNoticeDesk;
import dev.guanjia.server.application.PaperPrinter;
import dev.guanjia.server.application.ReceiptPaperDesk;
import dev.guanjia.server.paper.Paper;
import dev.guanjia.server.paper.PaperPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Receipts and notices as pages and files. */
@Component
class PaperAnswers {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final CurrentCaller caller;
    private final ReceiptPaperDesk receipts;
    private final BillNoticeDesk notices;
    private final PaperPrinter printer;

    PaperAnswers(
            CurrentCaller caller,
            ReceiptPaperDesk receipts,
            BillNoticeDesk notices,
            PaperPrinter printer) {
        this.caller = caller;
        this.receipts = receipts;
        this.notices = notices;
        this.printer = printer;
    }

    ResponseEntity<Resource> receiptHtml(String id) {
        return html(receipts.of(caller.get(), id));
    }

    ResponseEntity<Resource> receiptPdf(String id) {
        return pdf(receipts.of(caller.get(), id));
    }

    ResponseEntity<Resource> noticeHtml(String unitId) {
        return html(notices.of(caller.get(), unitId));
    }

    ResponseEntity<Resource> noticePdf(String unitId) {
        return pdf(notices.of(caller.get(), unitId));
    }

    private static ResponseEntity<Resource> html(List<Paper> papers) {
        String page = PaperPage.print(title(papers), papers);
        return file(HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<Resource> pdf(List<Paper> papers) {
        return file(MediaType.APPLICATION_PDF, printer.pdf(title(papers), papers));
    }

    private static String title(List<Paper> papers) {
        Paper.Head head = papers.get(0).head();
        return (head.title() + " " + head.number()).strip();
    }

    private static ResponseEntity<Resource> file(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_LANGUAGE, "zh-CN")
                .body(new ByteArrayResource(content));
    }
}
