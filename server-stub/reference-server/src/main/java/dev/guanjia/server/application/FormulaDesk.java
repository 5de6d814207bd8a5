package dev.guanjia.server.application;

import dev.guanjia.billing.share.FeeFormula;
import dev.guanjia.billing.share.FeeName;
import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.billing.share.FormulaRuling;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import org.springframework.stereotype.Service;

/** Formulas that people type for fees. */
@Service
public class FormulaDesk {

    private final FeeNames names = FeeNames.standard();
    private final Clerk clerk;

    FormulaDesk(Clerk clerk) {
        this.clerk = clerk;
    }

    /**
     * Rules on a formula; nothing is stored.
     *
     * @param caller who asks
     * @param text as it was typed
     * @return whether it holds, and what is wrong where
     */
    public FormulaRuling rule(Caller caller, String text) {
        clerk.admit(caller, "rule-on-formula", "formula-rulings");
        return FeeFormula.read(text, names);
    }

    /**
     * Lists what formulas can name, by id.
     *
     * @param request which page
     * @return the page
     */
    public Page<FeeName> names(PageRequest request) {
        return Page.slice(names.names(), request, FeeName::id);
    }
}
