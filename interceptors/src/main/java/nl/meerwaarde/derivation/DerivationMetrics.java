package nl.meerwaarde.derivation;

/** Where the time of deriving is measured; hosts without a metrics library measure nothing. */
@FunctionalInterface
public interface DerivationMetrics {
    /** Runs the derivation of one transaction, and measures it. */
    void timeDerivation(Runnable derivation);
}
