package dev.lodestar.processor.code;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class RuntimeTypesTest {
    @Test
    void namesPublicTypesThatExist() throws ReflectiveOperationException {
        for (Field field : RuntimeTypes.class.getFields()) {
            Class<?> type = Class.forName(((ClassName) field.get(null)).reflectionName());

            assertNotNull(type);
            assertTrue(java.lang.reflect.Modifier.isPublic(type.getModifiers()), type.getName());
        }
    }
}
