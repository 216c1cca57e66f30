package dev.lodestar.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortModuleTest {
    private static String shorten(String text) {
        return ShortModule.of(text).strip();
    }

    @Test
    void variablesGetShortNamesAndPropertiesKeepTheirs() {
        Table.check("""
                let first = 1; use(first.first);                   | let e=1;use(e.first);
                const { first, other: second } = call();             | let{first:e,other:t}=call();
                const { first = 5, ...rest } = call(first);          | let{first:e=5,...t}=call(e);
                let item = 1; call({ item, key: item, go() {} });  | let e=1;call({item:e,key:e,go(){}});
                const box = {}; box.box ??= box?.box;                | let e={};e.box??=e?.box;
                class Cell { read(value) { return value + this.value } } | class e{read(e){return e+this.value}}
                function twice(number) { return number * 2 }         | function e(e){return e*2}
                try { call() } catch (error) { report(error) }       | try{call()}catch(e){report(e)}
                for (const each of all) call(each);                  | for(let e of all)call(e);
                for (let at = 0; at < 3; at++) { call(at) }          | for(let e=0;e<3;e++){call(e)}
                const run = async (task) => await task();            | let e=async e=>await e();
                const run = ([head, ...tail], { size } = head) => size + tail; | let e=([e,...t],{size:n}=e)=>n+t;
                let begin = 1; export { begin };                   | let e=1;export{e as begin};
                """, row -> assertEquals(row.get(1), shorten(row.get(0))));
    }

    @Test
    void propertiesOfTheModulesOwnObjectsGetShortNamesToo() {
        Table.check(
                """
                a.mine = a.yours; class B { mine() {} }            | a.e=a.yours;class e{e(){}}
                const { mine, yours } = call({ mine: 1, yours });  | let{e,yours:t}=call({e:1,yours:t});
                const f = ({ mine = a.t.e }) => mine;              | let e=({n:e=a.t.e})=>e;
                call('mine', mine);                                | call('mine',mine);
                """,
                row -> assertEquals(
                        row.get(1), ShortModule.of(row.get(0), Set.of("mine")).strip()));
    }

    @Test
    void shortNamesNeverCaptureAnotherVariable() {
        Table.check("""
                let outer = 1; const f = (inner) => inner + outer;          | let e=1,t=t=>t+e;
                let a1 = 1; { const a1 = 2; call(a1) } call(a1);            | let e=1;{let e=2;call(e)} call(e);
                let x1 = 1; for (const y1 of x1) call(y1, x1);              | let e=1;for(let t of e)call(t,e);
                let name = 1; call(name, e, t);                             | let n=1;call(n,e,t);
                const f1 = (p1) => { let q1 = p1; return (r1) => q1 + r1; };  | let e=e=>{let t=e;return e=>t+e};
                const g1 = (v1) => (v1 ? (w1) => w1 : v1);                    | let e=e=>e?e=>e:e;
                if (ok) for (const z1 of all) call(z1); else call(z1);        | if(ok)for(let e of all)call(e);else call(z1);
                const h1 = (k1, d1 = k1) => k1; call(k1);                     | let e=(e,t=e)=>e;call(k1);
                """, row -> assertEquals(row.get(1).replace("} ", "}"), shorten(row.get(0))));
    }

    @Test
    void onlyWhatNoEngineNeedsIsRemoved() {
        Table.check("""
                call(' a  b ', "it's = "); // why                        | call(' a  b ',"it's = ");
                /** doc */ call(/[/;] '/.test(x), 4 / 2 / 1);            | call(/[/;] '/.test(x),4/2/1);
                call(true, undefined, [1, 2,],);                         | call(!0,void 0,[1,2]);
                call({ true: true, f: x ? true : y });                   | call({true:!0,f:x?!0:y});
                call(x.true, a + +b, a - -b, !(x), (x).y, f(x));         | call(x.true,a+ +b,a- -b,!x,x.y,f(x));
                let p1 = 1; let q1 = 2; let r1 = 3; let s1 = 4;      | let e=1,t=2,n=3,s=4;
                for (const p1 of x) { call(p1) } let q1 = 2;             | for(let e of x){call(e)}let e=2;
                return x; typeof x; await (x);                           | return x;typeof x;await(x);
                """, row -> assertEquals(row.get(1), shorten(row.get(0))));
    }

    @Test
    void constantIsInlinedWhereThatIsShorter() {
        Table.check("""
                const used = 'once'; call({ used });               | call({used:'once'});
                const bit = 1; call(bit, bit + bit);               | call(1,1+1);
                const long = 'long'; call(long, long);             | let e='long';call(e,e);
                let changed = 1; changed++;                        | let e=1;e++;
                const text = 'a'; call(text, (text) => text);      | call('a',e=>e);
                const found = /x/g; call(found);                   | let e=/x/g;call(e);
                """, row -> assertEquals(row.get(1), shorten(row.get(0))));
    }

    @Test
    void needlessBracketsAreRemoved() {
        Table.check("""
                if (x) { call(); } else { (x).y(); }               | if(x)call();else x.y();
                if (x) { if (y) { call(); } } else { call(); }     | if(x){if(y)call()}else call();
                for (const each of x) { if (each) { call(); } }    | for(let e of x)if(e)call();
                if (x) { let y1 = 1; call(y1); } try { y(); } catch { z(); } | if(x){let e=1;call(e)}try{y()}catch{z()}
                if (x) { while (y) { a(); b(); } }                 | if(x)while(y){a();b()}
                call((x, y), (x = y), (x ? y : z)); a = (b + c);   | call((x,y),x=y,x?y:z);a=b+c;
                a = () => ({}); b = () => (c ? {} : d);            | a=()=>({});b=()=>c?{}:d;
                a = (b + c) * d; (a ?? b).c(); (await a).b();      | a=(b+c)*d;(a??b).c();(await a).b();
                a = (b.c[0](d)).e; new (b.c())(); (b?.c).d;        | a=b.c[0](d).e;new(b.c())();(b?.c).d;
                """, row -> assertEquals(row.get(1), shorten(row.get(0))));
    }

    @Test
    void templateLiteralIsRefused() {
        String message = assertThrows(IllegalStateException.class, () -> shorten("const a = `b`;"))
                .getMessage();
        assertTrue(message.contains("`b`"), message);
    }
}
