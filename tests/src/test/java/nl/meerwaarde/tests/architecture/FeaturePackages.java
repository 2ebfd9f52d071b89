package nl.meerwaarde.tests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The feature packages of the plug-in suite, in the direction of the flow: each may use only those before it. */
final class FeaturePackages {
    static final List<String> IN_ORDER = List.of(
            "fhir",
            "requester",
            "svg",
            "database",
            "definition",
            "itemresponse",
            "statistics",
            "instrument",
            "wording",
            "assembly",
            "response",
            "score",
            "adaptive",
            "outcomeset",
            "pathway",
            "team",
            "access",
            "metromap",
            "audit",
            "record",
            "casemix",
            "outcome",
            "alert",
            "submission",
            "scheduling",
            "derivation",
            "careplan",
            "goal",
            "decision",
            "asynchronous",
            "consent",
            "disclosure",
            "measure",
            "cell",
            "figure",
            "pooling",
            "report",
            "federation",
            "caregap",
            "exchange",
            "cql",
            "benchmark",
            "fitting",
            "population",
            "extraction",
            "validation",
            "language",
            "reply",
            "loading",
            "rebuild",
            "importing",
            "metrics",
            "notification",
            "erasure",
            "plugin");

    private static final String ROOT = "nl.meerwaarde.";

    private FeaturePackages() {}

    /** Uses only feature packages that come before its own. */
    static ArchCondition<JavaClass> useOnlyEarlierPackages() {
        return new ArchCondition<>("use only feature packages that come before their own") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isLater(user, dependency.getTargetClass()))
                        .map(Dependency::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(user, description)));
            }
        };
    }

    /** Lives in a package that has its place in the order. */
    static ArchCondition<JavaClass> haveAPlace() {
        return new ArchCondition<>("live in a package that has its place in the order") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                if (!isKnown(javaClass)) {
                    events.add(SimpleConditionEvent.violated(
                            javaClass, javaClass.getName() + " lives in a package without a place in the order"));
                }
            }
        };
    }

    /** Whether a class's package has a place in the order at all. */
    static boolean isKnown(JavaClass javaClass) {
        return IN_ORDER.contains(feature(javaClass));
    }

    private static boolean isLater(JavaClass user, JavaClass used) {
        return IN_ORDER.indexOf(feature(used.getBaseComponentType())) > IN_ORDER.indexOf(feature(user));
    }

    /** The first part of the package name below our root; empty for everybody else's classes. */
    private static String feature(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }
}
