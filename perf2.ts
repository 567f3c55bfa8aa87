import { BLANK_COMPONENT, BLANK_LINK } from '/tmp/wt/svg/src/core/model/blank.ts'
import { emptyModel, type Model } from '/tmp/wt/svg/src/core/model/records.ts'
import { boardFrames } from '/tmp/wt/svg/src/core/layout/board-frames.ts'
import { routeLinks } from '/tmp/wt/svg/src/core/layout/routes/route-links.ts'
import { surroundingsOf } from '/tmp/wt/svg/src/core/layout/routes/surroundings.ts'
// 100 zones of 10x10
export function big(): Model {
  const segs:any[]=[],comps:any[]=[],links:any[]=[]
  for(let z=0;z<100;z++){ segs.push({id:`s${z}`,name:`Zone ${z}`,kind:['ran','core-5g','transport','ims'][z%4],parent:null,zone:null,pos:[(z%10)*2500,Math.floor(z/10)*1450],size:[2400,1350]})
    for(let i=0;i<100;i++) comps.push({...BLANK_COMPONENT,id:`c${z}_${i}`,name:`Site ${z}.${i}`,function:['gnb','amf','pe-router','ims-as'][z%4],segment:`s${z}`,pos:[40+(i%10)*235,50+Math.floor(i/10)*130]})
    for(let i=0;i<100;i++){ links.push({...BLANK_LINK,id:`l${z}_${i}`,from:`c${z}_${i}`,to:`c${z}_${(i+1)%100}`,interface:'n2',direction:'both'}) 
      if(i%6===0) links.push({...BLANK_LINK,id:`k${z}_${i}`,from:`c${z}_0`,to:`c${z}_${i}`,interface:'ems-ne',direction:'both'})}
    for(let i=0;i<3;i++) links.push({...BLANK_LINK,id:`g${z}_${i}`,from:`c${z}_${i}`,to:`c${(z*7+i)%100}_9`,interface:'ibgp',direction:'forward'})
  }
  return {...emptyModel('Big'),segments:segs,components:comps,links} as Model
}
if (process.argv[1]?.endsWith('perf2.ts')) {
const m=big(); const frames=boardFrames(m)
console.log(m.components.length,m.links.length)
for(let k=0;k<3;k++){const t=performance.now()
const r=routeLinks(m.links.map(l=>({id:l.id,from:l.from!,to:l.to!,label:40})),surroundingsOf(frames))
console.log('routes',r.size,Math.round(performance.now()-t),'ms')}}
