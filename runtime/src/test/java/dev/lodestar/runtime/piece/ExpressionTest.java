package dev.lodestar.runtime.piece;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static void check(String expression) {
        byte[] html = expression.getBytes(StandardCharsets.UTF_8);
        new Expression(html).check(0, html.length);
    }

    @Test
    void whatSetsSignalsAndReadsTheDocumentIsClear() {
        assertAll("""
                $count
                $n++
                $count += 1; $a.b.c = {x: [1, 2], 'y = z': "el.title = 'x'"}
                $a ||= $b ?? (1 + 2) * $c / 2
                @post('/a/1?x=' + el.value, {payload: {done: el.checked}})
                if (evt.key == 'Enter' && !evt.shiftKey) { evt.preventDefault(); el.form.requestSubmit() }
                const row = el.closest('.x'); $x = row?.dataset.id ?? ''
                $end = el.scrollTop + el.clientHeight > el.scrollHeight - 40
                el.scrollTop = el.scrollHeight
                setTimeout(() => el.focus())
                $list.some( ( x, i ) =&gt; x > i) || $list.every(x => x)
                $list.filter(x => x.n >= 2 && x.n !== 3).map((x) => x.n << 1)
                $x = &#39;a &lt; b = (c)&#39;; $y = $x &gt;= 1 &amp;&amp; el.isConnected
                'it\\'s' + "a\\"b"
                dialog.showModal()
                """.lines().map(each -> () -> assertDoesNotThrow(() -> check(each), each)));
    }

    @Test
    void whatMayChangeTheDocumentIsUnclear() {
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
                x &#61; el.append(1)
                el.title &#61; 1
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
                $x &lt;!-- '
                ['x'].forEach(el.append, el)
                ['x'].forEach((el.append), el)
                setTimeout('document.body.title = 1')
                document.dispatchEvent(new CustomEvent('datastar-fetch'))
                'open
                """.lines().map(each -> () -> assertThrows(Unclear.class, () -> check(each), each)));
        assertThrows(Unclear.class, () -> check("x\n++el.tabIndex"));
        assertThrows(Unclear.class, () -> check("delete\u00a0el.dataset.x"));
    }
}
