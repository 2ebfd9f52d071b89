package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An operation, before anything followed from it.
 *
 * @param revision whether it replaces an earlier replacement
 * @param index the day
 */
record Operation(Joint joint, boolean revision, Side side, LocalDate index) {
    /** A patient's operations in order: a first; for some the other side, on the same day or later; for a few a revision of the first. */
    static List<Operation> draw(Chance chance, LocalDate first) {
        Joint joint = chance.happens(0.76) ? Joint.KNEE : Joint.HIP;
        Side side = chance.happens(0.47) ? Side.LEFT : Side.RIGHT;
        boolean comesForRevision = chance.happens(0.06);
        boolean bothSides = chance.happens(0.13);
        boolean sameDay = chance.happens(0.25);
        LocalDate otherSide = first.plusDays(sameDay ? 0 : chance.between(120, 500));
        boolean fails = chance.happens(0.04);
        LocalDate revision = first.plusDays(chance.between(40, 800));
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation(joint, comesForRevision, side, first));
        if (bothSides && !comesForRevision) {
            operations.add(new Operation(joint, false, side.other(), otherSide));
        }
        if (fails && !comesForRevision) {
            operations.add(new Operation(joint, true, side, revision));
        }
        operations.sort(Comparator.comparing(Operation::index));
        return operations;
    }

    boolean isRevisedBy(Operation other) {
        return other.revision && !revision && other.side == side && other.index.isAfter(index);
    }

    boolean isTwinOf(Operation other) {
        return other.index.equals(index) && other.side != side;
    }
}
