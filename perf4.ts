import { big } from './perf2.ts'
import { renderSvg } from '/tmp/wt/svg/src/core/codecs/svg/svg.ts'
import { normalise } from '/tmp/wt/svg/src/core/model/normalise.ts'
const m=normalise(big()).model
for (let k=0;k<4;k++) { const t=process.cpuUsage().user/1000; const p=renderSvg(m,{theme:'light',mode:'plain',show:{all:true},legend:true,result:null,title:true,date:'2026-11-23'}); console.log('big cpu',Math.round(process.cpuUsage().user/1000-t),'ms',p.svg.length)}
