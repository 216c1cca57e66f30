package dev.lodestar.processor.expression;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DocumentEffectTest {
    private static boolean isHarmless(String expression) {
        return !DocumentEffect.isPossible(expression);
    }

    @Test
    void isNotPossibleIfOnlySignalsAreSet() {
        assertAll("""
                $count
                $n++
                $list.0.done + $list.0a
                $count += 1; $a.b.c = {x: [1, 2], 'y = z': "el.title = 'x'"}
                $a ||= $b ?? (1 + 2) * $c / 2
                @post('/a/1?x=' + el.value, {payload: {done: el.checked}})
                if (evt.key == 'Enter' && !evt.shiftKey) { evt.preventDefault(); el.form.requestSubmit() }
                const row = el.closest('.x'); $x = row?.dataset.id ?? ''
                $end = el.scrollTop + el.clientHeight > el.scrollHeight - 40
                el.scrollTop = el.scrollHeight
                setTimeout(() => el.focus())
                $list.some( ( x, i ) => x > i) || $list.every(x => x)
                $list.filter(x => x.n >= 2 && x.n !== 3).map((x) => x.n << 1)
                $x = 'a < b = (c)'; $y = $x >= 1 && el.isConnected
                $at = new Date; $now = new Date(1)
                'it\\'s' + "a\\"b"
                dialog.showModal()
                """.lines().map(each -> () -> assertTrue(isHarmless(each), each)));
    }

    @Test
    void isPossibleIfAnythingElseIsSetOrCalled() {
        assertAll("""
                el.title = 'x'
                el.title += 'x'
                el.title ||= 'x'
                el.tabIndex++
                ++el.tabIndex
                $x++ el.tabIndex
                el['title'] = 'x'
                el.dataset.x = 1
                delete el.dataset.x
                [el.title] = ['x']
                ({a: el.title} = {a: 1})
                for (el.title of ['x']) { }
                el.remove()
                el?.remove()
                el.remove?.()
                el['remove']()
                (0, el.remove)()
                el.setAttribute('a', 'b')
                (x => x.remove())(el)
                [el].map(x => x.classList.add('y'))
                x = el.append(1)
                new Board
                new el.constructor
                el.style.width = '1px'
                el.tabIndex >>= 1
                Object.assign(el, {title: 'x'})
                new Function('document.title = 1')()
                eval('x')
                /'/.test($x); el.remove(); "'"
                return /'/; el.remove(); "'"
                `${el.remove()}`
                el.r\\u0065move()
                x // '
                x /* ' */ ; el.remove() /* ' */
                $x <!-- '
                ['x'].forEach(el.append, el)
                ['x'].forEach((el.append), el)
                setTimeout('document.body.title = 1')
                document.dispatchEvent(new CustomEvent('datastar-fetch'))
                'open
                """.lines().map(each -> () -> assertFalse(isHarmless(each), each)));
        assertFalse(isHarmless("x\n++el.tabIndex"));
        assertFalse(isHarmless("delete\u00a0el.dataset.x"));
        assertFalse(isHarmless("el.remove\u000b()"));
        assertFalse(isHarmless("'open\\"));
    }
}
