package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.AgeBuckets;
import dev.guanjia.billing.dunning.DunningLevels;
import dev.guanjia.billing.receipt.HandInRule;
import dev.guanjia.catalogue.Table;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.reaction.PostingReaction;
import dev.guanjia.server.store.RuleTableStore;
import dev.guanjia.server.store.RuleTableStore.TableRow;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tables of billing as a company has them on a day: the product's, and rows of its own. */
@Component
class CompanyTables {

    private static final ChartOfAccounts CHART = ChartOfAccounts.load();
    private static final DunningLevels LEVELS = DunningLevels.load();
    private static final AgeBuckets BUCKETS = AgeBuckets.load();
    private static final PostingRules POSTING = PostingReaction.standardRules(CHART);

    private final RuleTableStore tables;
    private final CompanyFeeItems items;

    CompanyTables(RuleTableStore tables, CompanyFeeItems items) {
        this.tables = tables;
        this.items = items;
    }

    /** Which table a company may change. */
    enum Kind {
        /** Rows with a known key take the place of that level, others are added. */
        DUNNING_LEVELS,
        /** The rows take the place of all. */
        AGE_BUCKETS,
        /** The one row takes the place of the product's. */
        HAND_IN,
        /** Each row takes the place of the one before for its event and key from its own day on. */
        POSTING_RULES
    }

    DunningLevels levels(String tenant, LocalDate day) {
        return rows(tenant, Kind.DUNNING_LEVELS, day).map(CompanyTables::levels).orElse(LEVELS);
    }

    AgeBuckets buckets(String tenant, LocalDate day) {
        return rows(tenant, Kind.AGE_BUCKETS, day).map(CompanyTables::buckets).orElse(BUCKETS);
    }

    HandInRule handIn(String tenant, LocalDate day) {
        return rows(tenant, Kind.HAND_IN, day)
                .map(CompanyTables::handIn)
                .orElseGet(HandInRule::standard);
    }

    /** Each row says from when it holds, so all are known at once; the company's fees are known. */
    PostingRules posting(String tenant) {
        PostingRules rules = POSTING;
        for (TableRow table : tables.all(tenant, Kind.POSTING_RULES.name())) {
            rules = overlaid(rules, table.rows());
        }
        return PostingReaction.byIncome(rules, items.of(tenant));
    }

    private Optional<String> rows(String tenant, Kind kind, LocalDate day) {
        return tables.on(tenant, kind.name(), day).map(TableRow::rows);
    }

    static DunningLevels levels(String rows) {
        return LEVELS.with(Table.parse("rows", rows, DunningLevels.COLUMNS));
    }

    static AgeBuckets buckets(String rows) {
        return AgeBuckets.of(Table.parse("rows", rows, AgeBuckets.COLUMNS));
    }

    static HandInRule handIn(String rows) {
        return HandInRule.of(Table.parse("rows", rows, HandInRule.COLUMNS));
    }

    static PostingRules overlaid(String rows) {
        return overlaid(POSTING, rows);
    }

    private static PostingRules overlaid(PostingRules before, String rows) {
        return before.with(Table.parse("rows", rows, PostingRules.COLUMNS), CHART);
    }
}
