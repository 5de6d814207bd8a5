package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.money.AmountInWords;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaperPlaces.Place;
import dev.guanjia.server.paper.Paper;
import dev.guanjia.server.paper.Paper.Column;
import dev.guanjia.server.paper.Paper.Field;
import dev.guanjia.server.paper.Paper.Grid;
import dev.guanjia.server.paper.Paper.Head;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.PayerNameStore;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import dev.guanjia.server.store.ReceiptStore;
import dev.guanjia.server.store.ReceiptStore.ReceiptRow;
import dev.guanjia.server.store.StaffStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Receipts as they are printed: two copies, of which each side keeps one. */
@Service
public class ReceiptPaperDesk {

    private static final List<String> COPIES = List.of("第一联　存根联", "第二联　收据联");
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("收费项目", 40, false),
                    new Column("所属期间", 38, false),
                    new Column("金额（元）", 22, true));

    private final ReceiptStore receipts;
    private final PaymentStore payments;
    private final StaffStore staff;
    private final PaperPlaces places;
    private final PayerNameStore names;
    private final CompanyFeeItems company;

    ReceiptPaperDesk(
            ReceiptStore receipts,
            PaymentStore payments,
            StaffStore staff,
            PaperPlaces places,
            PayerNameStore names,
            CompanyFeeItems company) {
        this.receipts = receipts;
        this.payments = payments;
        this.staff = staff;
        this.places = places;
        this.names = names;
        this.company = company;
    }

    /**
     * Writes both copies of a receipt.
     *
     * @param caller who asks
     * @param id the receipt id
     * @return the copies
     */
    public List<Paper> of(Caller caller, String id) {
        ReceiptRow row = receipts.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        PaymentRow payment =
                payments.find(caller.tenant(), row.paper().payment().value()).orElseThrow();
        Place place = places.of(caller.tenant(), row.unitId());
        String payer = names.name(caller.tenant(), payment.terms().payer()).orElse("");
        String collector =
                staff.find(caller.tenant(), row.issuedBy())
                        .map(StaffStore.StaffRow::name)
                        .orElse("");
        List<List<String>> lines = lines(company.of(caller.tenant()), payment.receipt().payment());
        return COPIES.stream()
                .map(copy -> paper(row, payment, lines, new Hands(place, payer, collector, copy)))
                .toList();
    }

    private record Hands(Place place, String payer, String collector, String copy) {}

    private static Paper paper(
            ReceiptRow row, PaymentRow payment, List<List<String>> lines, Hands hands) {
        String payer = row.paper().signature();
        return new Paper(
                new Head(
                        hands.place().company(),
                        "收据",
                        "No. " + row.paper().number(),
                        hands.copy(),
                        mark(row)),
                fields(row, payment, hands),
                new Grid(COLUMNS, lines),
                List.of(
                        new Field("合计（大写）", "人民币" + AmountInWords.of(row.paper().amount())),
                        new Field("小写", "¥" + PaperWords.digits(row.paper().amount()))),
                notes(row),
                List.of(
                        "收款单位（盖章）：",
                        "收款人：" + hands.collector(),
                        "缴款人签字：" + (payer.isBlank() ? "＿＿＿＿＿＿＿＿" : payer)));
    }

    private static List<Field> fields(ReceiptRow row, PaymentRow payment, Hands hands) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("缴款人", hands.payer()));
        fields.add(new Field("开具日期", PaperWords.day(row.paper().issuedOn())));
        fields.add(new Field("房　号", hands.place().community() + " " + hands.place().unit()));
        fields.add(new Field("收款日期", PaperWords.day(payment.payment().paidOn())));
        fields.add(new Field("收款方式", PaperWords.method(payment.payment().method())));
        if (payment.externalReference() != null) {
            fields.add(new Field("交易单号", payment.externalReference()));
        }
        return fields;
    }

    private static List<List<String>> lines(FeeItemCatalogue items, PaymentTaken taken) {
        Stream<List<String>> paid = taken.allocations().stream().map(part -> line(items, part));
        Stream<List<String>> kept =
                taken.prepayment().isPositive()
                        ? Stream.of(List.of("预收款", "", PaperWords.digits(taken.prepayment())))
                        : Stream.empty();
        return Stream.concat(paid, kept).toList();
    }

    private static List<String> line(FeeItemCatalogue items, Allocation part) {
        return List.of(
                PaperWords.item(items, part.key()),
                PaperWords.period(part.key().period()),
                PaperWords.digits(part.amount()));
    }

    /** Only the first print counts as the receipt. */
    private static String mark(ReceiptRow row) {
        if (row.use().voided().isPresent()) {
            return "作废 VOID";
        }
        return switch (row.use().prints()) {
            case 0 -> "预览 PREVIEW";
            case 1 -> "";
            default -> "副本 COPY";
        };
    }

    private static List<String> notes(ReceiptRow row) {
        List<String> notes = new ArrayList<>();
        notes.add("本收据一式两联，缴款人签字后双方各执一联。");
        if (row.use().voided().isPresent()) {
            notes.add("作废原因：" + row.paper().voided());
        } else if (row.use().prints() > 1) {
            notes.add("第" + row.use().prints() + "次打印，与首次打印的收据为同一号码，不得重复入账。");
        }
        return notes;
    }
}
