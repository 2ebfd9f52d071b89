package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who holds a function on which days: the whole time cut where somebody comes or goes. Costs by the number of members, not of days. */
final class Coverage {
    private Coverage() {}

    /** Days on which the same members hold it. */
    record Stretch(Days days, Set<String> holders) {
        Stretch {
            holders = Set.copyOf(holders);
        }
    }

    /** A member holds it on these days. */
    record Held(String member, Days days) {}

    /** Every day of the whole, in order, as long stretches as can be; empty when the whole is. */
    static List<Stretch> stretches(Days whole, List<Held> held) {
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate first : starts(whole, held)) {
            Set<String> holders = holders(held, first);
            if (stretches.isEmpty() || !last(stretches).holders().equals(holders)) {
                stretches.add(new Stretch(new Days(first, whole.last()), holders));
            }
        }
        for (int i = 0; i + 1 < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            LocalDate next = stretches.get(i + 1).days().first();
            stretches.set(i, new Stretch(new Days(stretch.days().first(), next.minusDays(1)), stretch.holders()));
        }
        return stretches;
    }

    private static Stretch last(List<Stretch> stretches) {
        return stretches.get(stretches.size() - 1);
    }

    /** The days on which something may change. */
    private static Set<LocalDate> starts(Days whole, List<Held> held) {
        Set<LocalDate> starts = new TreeSet<>();
        if (!whole.isEmpty()) {
            starts.add(whole.first());
        }
        for (Held one : held) {
            Days days = one.days().and(whole);
            if (!days.isEmpty()) {
                starts.add(days.first());
                if (days.last().isBefore(whole.last())) {
                    starts.add(days.last().plusDays(1));
                }
            }
        }
        return starts;
    }

    private static Set<String> holders(List<Held> held, LocalDate day) {
        Set<String> holders = new HashSet<>();
        held.stream().filter(one -> one.days().contains(day)).forEach(one -> holders.add(one.member()));
        return holders;
    }
}
