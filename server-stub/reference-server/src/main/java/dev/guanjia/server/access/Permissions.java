package dev.guanjia.server.access;

import dev.guanjia.decision.Refusal;
import dev.guanjia.server.access.CommandRules.CommandRule;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks, before every command, whether the caller may give it. */
@Component
public class Permissions {

    private final CommandRules rules;

    Permissions(CommandRules rules) {
        this.rules = rules;
    }

    /**
     * Lets the caller pass or not.
     *
     * @param caller who
     * @param command the operation in kebab-case
     * @param subject what it is aimed at: an id, or the name of what is to be made
     * @throws Refused 403, which leaves one audit row
     */
    public void require(Caller caller, String command, String subject) {
        CommandRule rule = rules.of(command);
        boolean permitted =
                caller.administrator() && rule.administrator()
                        || !Collections.disjoint(caller.effectivePosts(), rule.posts());
        if (!permitted) {
            throw Refused.lackOfAuthority(
                    List.of(
                            new Refusal(
                                    AccessRefusal.COMMAND_NOT_PERMITTED,
                                    Map.of("command", command, "who", who(rule)))),
                    new Breach(command, subject));
        }
    }

    /**
     * Which rows decided.
     *
     * @return the version that audit rows carry
     */
    public String version() {
        return rules.version();
    }

    private static String who(CommandRule rule) {
        List<String> who = new ArrayList<>(rule.posts());
        if (rule.administrator()) {
            who.add("ADMINISTRATOR");
        }
        return String.join(", ", who);
    }
}
