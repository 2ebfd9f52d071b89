package nl.meerwaarde.disclosure;

import java.math.BigDecimal;
import java.util.Optional;

/** A number as a recipient may see it. Only this package makes one: a number that did not pass disclosure control cannot be mistaken for one that did. */
public sealed interface Disclosed {
    /** What may be shown of the number; empty when nothing may. */
    Optional<BigDecimal> value();

    /** The number itself. */
    final class Shown implements Disclosed {
        private final BigDecimal number;

        Shown(BigDecimal number) {
            this.number = number;
        }

        /** The exact number. */
        public BigDecimal number() {
            return number;
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(number);
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** About the number: the nearest multiple of the base of the policy. */
    final class Rounded implements Disclosed {
        private final BigDecimal number;
        private final BigDecimal base;

        Rounded(BigDecimal number, BigDecimal base) {
            this.number = number;
            this.base = base;
        }

        /** The rounded number. */
        public BigDecimal number() {
            return number;
        }

        /** Multiples of what it was rounded to. */
        public BigDecimal base() {
            return base;
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.of(number);
        }

        @Override
        public String toString() {
            return "about " + number.toPlainString();
        }
    }

    /** Nothing of the number but why. */
    final class Suppressed implements Disclosed {
        private final Reason reason;
        private final int below;

        Suppressed(Reason reason, int below) {
            this.reason = reason;
            this.below = below;
        }

        /** Why it is not shown. */
        public Reason reason() {
            return reason;
        }

        /** The number is a count of 1 or more but below this; 0 when nothing is said of its size. */
        public int below() {
            return below;
        }

        @Override
        public Optional<BigDecimal> value() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return below > 0 ? "<" + below : reason.code();
        }
    }
}
