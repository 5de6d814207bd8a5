package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.Signature;
import dev.guanjia.organisation.SignatureRequest;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the company's authority whether a caller may decide on so much money. */
@Component
class Signing {

    private final CompanyRules company;

    Signing(CompanyRules company) {
        this.company = company;
    }

    /**
     * What is to be signed.
     *
     * @param kind of what kind
     * @param amount how much, more than zero
     * @param requester who asked for it
     * @param on the day
     * @param papers references to supporting papers
     */
    record Wanted(
            AuthorityKind kind,
            Money amount,
            StaffId requester,
            LocalDate on,
            List<String> papers) {}

    /**
     * The caller's signature.
     *
     * @throws Refused 403 with who could, if it is the caller's own or beyond what they may; 409
     *     without papers
     */
    Signature require(Caller caller, Wanted wanted, Breach breach) {
        SignatureRequest request =
                new SignatureRequest(
                        wanted.kind(),
                        wanted.amount(),
                        wanted.requester(),
                        company.actor(caller),
                        wanted.on(),
                        wanted.papers());
        return Ruling.unlessRefused(company.authority(caller.tenant()).sign(request), breach);
    }
}
