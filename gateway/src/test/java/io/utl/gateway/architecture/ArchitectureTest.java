package io.utl.gateway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Draws the arrows between packages from the compiled classes and holds them against docs/ARCHITECTURE.md. When this
 * test and that page disagree, one of the two is changed on purpose.
 */
final class ArchitectureTest
{
    private static final String[] DETERMINISTIC = {"io.utl.gateway.core..", "io.utl.positions.."};

    /** Whose home a library is: packages that may know it. */
    private static final Map<String, List<String>> HOMES = new TreeMap<>(Map.of(
        "quickfix..", List.of("io.utl.gateway.fix..", "io.utl.gateway.tools.fix.."),
        "org.apache.mina..", List.of("io.utl.gateway.fix.."),
        "io.netty..", List.of("io.utl.gateway.rest..", "io.utl.connectivity.transport..",
            "io.utl.connectivity.simulator.."),
        "net.openhft.chronicle..", List.of("io.utl.gateway.journal.."),
        "com.lmax.disruptor..", List.of("io.utl.gateway.ring..", "io.utl.gateway.pipeline.."),
        "com.typesafe.config..", List.of("io.utl.config.source.."),
        "picocli..", List.of("io.utl.gateway.tools.."),
        "io.micrometer..", List.of("io.utl.gateway.observe.."),
        "org.HdrHistogram..", List.of("io.utl.gateway.observe.."),
        "uk.co.real_logic.sbe..", List.of("io.utl.codecs.script..")));

    /** Which module may know which others. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.of(
        "codecs", List.of(),
        "config", List.of("codecs"),
        "positions", List.of("codecs"),
        "connectivity", List.of("codecs", "config"),
        "gateway", List.of("codecs", "config", "positions", "connectivity")));

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses()
    {
        classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.utl");
    }

    @Test
    void modulesPointOneWay()
    {
        final TreeSet<String> wrong = new TreeSet<>();
        for (final JavaClass from : classes)
        {
            from.getDirectDependenciesFromSelf().forEach(dependency ->
            {
                final String fromModule = module(from.getPackageName());
                final String toModule = module(dependency.getTargetClass().getPackageName());
                if (toModule != null && !toModule.equals(fromModule) && !ARROWS.get(fromModule).contains(toModule))
                {
                    wrong.add(fromModule + " -> " + toModule + ": " + dependency.getDescription());
                }
            });
        }
        assertEquals(new TreeSet<String>(), wrong);
    }

    @Test
    void packagesFormNoCycle()
    {
        slices().matching("io.utl.codecs.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
        slices().matching("io.utl.positions.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
        slices().matching("io.utl.connectivity.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
        slices().matching("io.utl.config.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
        slices().matching("io.utl.gateway.core.(*)..").should().beFreeOfCycles().allowEmptyShould(true)
            .check(classes);
        slices().matching("io.utl.gateway.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(classes);
    }

    @Test
    void everyLibraryHasOneHome()
    {
        HOMES.forEach((library, homes) -> noClasses().that().resideInAPackage("io.utl..")
            .and().resideOutsideOfPackages(homes.toArray(String[]::new))
            .should().dependOnClassesThat().resideInAPackage(library)
            .check(classes));
    }

    @Test
    void coreKnowsOnlyTheLanguageAndTheLedger()
    {
        noClasses().that().resideInAPackage("io.utl.gateway.core..")
            .should().dependOnClassesThat(new DescribedPredicate<JavaClass>("lie outside core, positions and codecs")
            {
                @Override
                public boolean test(final JavaClass target)
                {
                    final String name = target.getPackageName();
                    return name.startsWith("io.utl.") && !name.startsWith("io.utl.gateway.core") &&
                        !name.startsWith("io.utl.positions") && !name.startsWith("io.utl.codecs");
                }
            }).allowEmptyShould(true).check(classes);
    }

    @Test
    void deterministicPackagesHaveNoClockNoChanceNoOutsideAndNoHashOrder()
    {
        noClasses().that().resideInAnyPackage(DETERMINISTIC).should()
            .callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(System.class, "identityHashCode", Object.class)
            .orShould().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..", "java.net..",
                "java.util.concurrent..", "java.util.random..", "org.slf4j..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.HashMap")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.HashSet")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.UUID")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.math.BigDecimal")
            .allowEmptyShould(true).check(classes);
        noMethods().that().areDeclaredInClassesThat().resideInAnyPackage(DETERMINISTIC)
            .should().haveModifier(JavaModifier.SYNCHRONIZED).allowEmptyShould(true).check(classes);
    }

    @Test
    void noBinaryFractionFromWireToReport()
    {
        final String[] exact = {"io.utl.gateway.core..", "io.utl.positions..", "io.utl.codecs.amount..",
            "io.utl.codecs.frame..", "io.utl.codecs.text.."};
        for (final Class<?> inexact : List.<Class<?>>of(double.class, float.class))
        {
            noFields().that().areDeclaredInClassesThat().resideInAnyPackage(exact).should().haveRawType(inexact)
                .allowEmptyShould(true).check(classes);
            noMethods().that().areDeclaredInClassesThat().resideInAnyPackage(exact)
                .should().haveRawReturnType(inexact).allowEmptyShould(true).check(classes);
        }
    }

    @Test
    void simulatorAndAdapterMeetOnlyOnTheWire()
    {
        noClasses().that().resideInAPackage("io.utl.connectivity.simulator..")
            .should().dependOnClassesThat().resideInAPackage("io.utl.connectivity.binance..")
            .allowEmptyShould(true).check(classes);
        noClasses().that().resideInAPackage("io.utl.connectivity.binance..")
            .should().dependOnClassesThat().resideInAPackage("io.utl.connectivity.simulator..")
            .allowEmptyShould(true).check(classes);
    }

    @Test
    void nothingButTheCommandLineStartsTheGateway()
    {
        noClasses().that().resideInAPackage("io.utl..")
            .and().resideOutsideOfPackages("io.utl.gateway.launch..", "io.utl.gateway.tools")
            .should().dependOnClassesThat().resideInAPackage("io.utl.gateway.launch..")
            .allowEmptyShould(true).check(classes);
    }

    @Test
    void vendorUsageReportingIsAbsent()
    {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
    }

    @Test
    void namesSayWhatAThingIs()
    {
        noClasses().that().resideInAPackage("io.utl..")
            .should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper")
            .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Impl").check(classes);
    }

    private static String module(final String packageName)
    {
        if (!packageName.startsWith("io.utl."))
        {
            return null;
        }
        final int end = packageName.indexOf('.', "io.utl.".length());
        return packageName.substring("io.utl.".length(), end < 0 ? packageName.length() : end);
    }
}
