package nl.meerwaarde.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.hl7.fhir.r4.model.Meta;
import org.jspecify.annotations.NullMarked;

/** Data flows one way through the feature packages; the tree keeps the promise that the folder names make. */
@AnalyzeClasses(packages = "nl.meerwaarde", importOptions = FeaturePackagesTest.WithoutTests.class)
class FeaturePackagesTest {
    /** Modules that hold data and addresses, below every feature, and the server shell above them. */
    private static final String[] OTHER_MODULES = {
        "nl.meerwaarde.terminology..", "nl.meerwaarde.questionnaires..", "nl.meerwaarde.ig..", "nl.meerwaarde.server.."
    };

    /** The product's classes, not these, nor the statistics library that the plug-in jar brings under a name of ours. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/nl/meerwaarde/tests/")
                    && !location.contains("/nl/meerwaarde/statistics/hipparchus/");
        }
    }

    @ArchTest
    static final ArchRule EVERY_FEATURE_HAS_ITS_PLACE =
            classes().that().resideOutsideOfPackages(OTHER_MODULES).should(FeaturePackages.haveAPlace());

    @ArchTest
    static final ArchRule FEATURES_USE_ONLY_WHAT_COMES_BEFORE = classes()
            .that(describe("belong to a feature", FeaturePackages::isKnown))
            .should(FeaturePackages.useOnlyEarlierPackages());

    @ArchTest
    static final ArchRule NO_PACKAGES_NEED_EACH_OTHER =
            slices().matching("nl.meerwaarde.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_THE_SERVER = noClasses()
            .that(describe("belong to a feature", FeaturePackages::isKnown))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("nl.meerwaarde.server..");

    /** The pure middle can be tried without a database, and moved to another store. */
    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_HAPI_JPA = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "nl.meerwaarde.database..",
                    "nl.meerwaarde.audit..",
                    "nl.meerwaarde.access..",
                    "nl.meerwaarde.alert..",
                    "nl.meerwaarde.scheduling..",
                    "nl.meerwaarde.derivation..",
                    "nl.meerwaarde.careplan..",
                    "nl.meerwaarde.goal..",
                    "nl.meerwaarde.decision..",
                    "nl.meerwaarde.submission..",
                    "nl.meerwaarde.team..",
                    "nl.meerwaarde.metromap..",
                    "nl.meerwaarde.wording..",
                    "nl.meerwaarde.validation..",
                    "nl.meerwaarde.loading..",
                    "nl.meerwaarde.rebuild..",
                    "nl.meerwaarde.importing..",
                    "nl.meerwaarde.asynchronous..",
                    "nl.meerwaarde.measure..",
                    "nl.meerwaarde.cell..",
                    "nl.meerwaarde.report..",
                    "nl.meerwaarde.federation..",
                    "nl.meerwaarde.caregap..",
                    "nl.meerwaarde.exchange..",
                    "nl.meerwaarde.cql..",
                    "nl.meerwaarde.population..",
                    "nl.meerwaarde.extraction..",
                    "nl.meerwaarde.notification..",
                    "nl.meerwaarde.erasure..",
                    "nl.meerwaarde.plugin..",
                    "nl.meerwaarde.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ca.uhn.fhir.jpa..");

    /** Those of HAPI fail when an address occurs twice, and anybody may send that. */
    @ArchTest
    static final ArchRule EXTENSIONS_ARE_READ_BY_OUR_OWN_LOOK_UP = noClasses()
            .that(describe("belong to a feature", FeaturePackages::isKnown))
            .should()
            .callMethodWhere(target(nameMatching("getExtension(ByUrl|String)")));

    /** That of HAPI fails when a profile has no value. */
    @ArchTest
    static final ArchRule PROFILES_ARE_READ_BY_OUR_OWN_LOOK_UP = noClasses()
            .that(describe("belong to a feature", FeaturePackages::isKnown))
            .should()
            .callMethod(Meta.class, "hasProfile", String.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_SAYS_WHAT_IT_KNOWS = classes().should(liveInADescribedPackage());

    private static ArchCondition<JavaClass> liveInADescribedPackage() {
        return new ArchCondition<>("live in a package with a package-info that is NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean described = javaClass
                        .getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                if (!described) {
                    events.add(SimpleConditionEvent.violated(
                            javaClass, ((HasName) javaClass).getName() + " lives in a package without description"));
                }
            }
        };
    }
}
